#include <fmt/format.h>

#include <atomic>
#include <thread>

#include "adapters/postgres/quota_meter.hpp"
#include "adapters/postgres/quota_store.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresQuotaTest : public PostgresTest {
 protected:
  std::vector<CatalogRow> rows(int from, int count) {
    std::vector<CatalogRow> made;
    for (int i = from; i < from + count; ++i)
      made.push_back(row_with_image(fmt::format("p{:03}", i), fmt::format("https://cdn.example/{}.jpg", i)));
    return made;
  }
  void limit(const QuotaOverrides& overrides) { quotas_.set_overrides(org_, overrides); }
  std::pair<long, long> counted(OrgId org) {
    const auto usage = quotas_.usage(org);
    return {usage.products, usage.images};
  }
  static int queries_admitted(QuotaMeter& meter, OrgId org, int tried) {
    int admitted = 0;
    for (int i = 0; i < tried; ++i) try {
        meter.take_query(org);
        ++admitted;
      } catch (const QuotaExceeded&) {
      }
    return admitted;
  }

  PostgresQuotaStore quotas_{app_pool_, {}};
  PostgresQuotaStore worker_quotas_{worker_pool_, {}};
};

TEST_F(PostgresQuotaTest, ProductsAndImagesAreCountedAsTheyComeAndGo) {
  const auto import = start_import(org_);
  upsert(import, rows(0, 5));
  EXPECT_EQ(counted(org_), std::pair(5L, 5L));
  upsert(import, rows(3, 4));
  EXPECT_EQ(counted(org_), std::pair(7L, 7L));
  catalog_.delete_product(org_, only_product());
  EXPECT_EQ(counted(org_), std::pair(6L, 6L));
  const auto next = start_import(org_);
  upsert(next, rows(4, 2));
  EXPECT_EQ(sweep(next).removed.size(), 4u);
  EXPECT_EQ(counted(org_), std::pair(2L, 2L));
  EXPECT_EQ(std::to_string(counted(org_).first), inspect("SELECT count(*) FROM products"));
}

TEST_F(PostgresQuotaTest, OrgsAreCountedApart) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  upsert(other, start_import(other), rows(0, 3));
  EXPECT_EQ(counted(org_), std::pair(0L, 0L));
  EXPECT_EQ(counted(other), std::pair(3L, 3L));
  erase(other, "other");
  EXPECT_EQ(inspect("SELECT count(*) FROM usage_entries"), "0");
}

TEST_F(PostgresQuotaTest, NewProductsBeyondTheQuotaAreLeftOutAndKnownOnesChange) {
  const auto import = start_import(org_);
  upsert(import, rows(0, 2));
  limit({.products = 3});
  auto more = rows(0, 6);
  more[0].title = "Another title";
  const auto written = upsert(start_import(org_), more);
  EXPECT_EQ(written.products_created, 1);
  EXPECT_EQ(written.products_changed, 1);
  ASSERT_EQ(written.left_out.size(), 3u);
  EXPECT_EQ(written.left_out[0].product_external_id, "p003");
  EXPECT_EQ(written.left_out[0].photos, 0);
  EXPECT_THAT(written.left_out[0].reason, testing::HasSubstr("quota products is 3, and 2 of it are used"));
  EXPECT_EQ(counted(org_), std::pair(3L, 3L));
  EXPECT_EQ(catalog_.products(org_, std::nullopt, 10).products[0].title, "Another title");
}

TEST_F(PostgresQuotaTest, OfTheNewProductsThoseThatTheFeedNamesFirstAreTaken) {
  limit({.products = 2});
  const auto written = upsert(start_import(org_), {row("z", "First"), row("y", "Second"), row("a", "Third")});
  ASSERT_EQ(written.left_out.size(), 1u);
  EXPECT_EQ(written.left_out[0].product_external_id, "a");
}

TEST_F(PostgresQuotaTest, PhotosBeyondTheQuotaAreLeftOutAndTheirProductsStay) {
  limit({.images = 2});
  const auto import = start_import(org_);
  const auto written = upsert(import, rows(0, 4));
  EXPECT_EQ(written.products_created, 4);
  ASSERT_EQ(written.left_out.size(), 2u);
  EXPECT_EQ(written.left_out[0].photos, 1);
  EXPECT_EQ(counted(org_), std::pair(4L, 2L));
  // Known photos stay known.
  EXPECT_EQ(upsert(start_import(org_), rows(0, 2)).left_out.size(), 0u);
}

TEST_F(PostgresQuotaTest, TwoImportsAtOnceKeepToTheQuotaTogether) {
  limit({.products = 25});
  std::vector<StartedImport> imports{start_import(org_, "one"), start_import(org_, "two"), start_import(org_, "three")};
  {
    std::vector<std::jthread> threads;
    for (const auto& import : imports)
      threads.emplace_back([this, import] {
        for (int batch = 0; batch < 4; ++batch) upsert(import, rows(batch * 5, 5));
      });
  }
  EXPECT_EQ(counted(org_).first, 25);
  EXPECT_EQ(inspect("SELECT count(*) FROM products"), "25");
}

TEST_F(PostgresQuotaTest, TheServersQuotaHoldsWhereTheOperatorSetNone) {
  PostgresCatalogStore catalog(worker_pool_, {.quota = {.products = 1}});
  const auto import = start_import(org_);
  EXPECT_EQ(catalog.upsert_rows(org_, import.source, import.id, rows(0, 3)).left_out.size(), 2u);
  limit({.products = 0});
  EXPECT_EQ(catalog.upsert_rows(org_, import.source, import.id, rows(0, 3)).left_out.size(), 0u);
  PostgresQuotaStore quotas(app_pool_, {.products = 1, .images = 7});
  EXPECT_EQ(quotas.quota(org_).products, 0);
  EXPECT_EQ(quotas.quota(org_).images, 7);
  EXPECT_FALSE(quotas.overrides(org_).images);
  EXPECT_ERROR(quotas.set_overrides(OrgId::generate(), {}), ErrorKind::not_found);
}

TEST_F(PostgresQuotaTest, SearchesAreCountedByTheDayAndSurviveTheProcess) {
  limit({.queries_per_day = 5});
  {
    PostgresQuotaMeter meter(app_pool_, {});
    EXPECT_EQ(queries_admitted(meter, org_, 3), 3);
    meter.exchange();
    EXPECT_EQ(quotas_.usage(org_).queries_today, 3);
    EXPECT_EQ(queries_admitted(meter, org_, 9), 2);
    try {
      meter.take_query(org_);
      ADD_FAILURE() << "it was admitted";
    } catch (const QuotaExceeded& error) {
      EXPECT_EQ(error.quota(), "queries_per_day");
      EXPECT_EQ(error.usage(), 5);
      EXPECT_LE(error.retry_after().value(), seconds(86'400));
    }
    meter.exchange();
    meter.exchange();
  }
  PostgresQuotaMeter restarted(app_pool_, {});
  EXPECT_EQ(queries_admitted(restarted, org_, 1), 0);
  EXPECT_EQ(quotas_.usage(org_).queries_today, 5);
  inspect("UPDATE query_days SET day = day - 1");
  PostgresQuotaMeter tomorrow(app_pool_, {});
  EXPECT_EQ(queries_admitted(tomorrow, org_, 1), 1);
}

TEST_F(PostgresQuotaTest, TwoServersLearnOfEachOtherByExchange) {
  limit({.queries_per_day = 10});
  PostgresQuotaMeter one(app_pool_, {});
  PostgresQuotaMeter other(app_pool_, {});
  EXPECT_EQ(queries_admitted(one, org_, 6), 6);
  EXPECT_EQ(queries_admitted(other, org_, 3), 3);
  one.exchange();
  other.exchange();
  one.exchange();
  EXPECT_EQ(queries_admitted(other, org_, 9), 1);
  limit({.queries_per_day = 0});
  other.exchange();
  EXPECT_EQ(queries_admitted(other, org_, 9), 9);
}

TEST_F(PostgresQuotaTest, ManyThreadsTakeNoMoreThanThereIs) {
  limit({.queries_per_day = 100});
  PostgresQuotaMeter meter(app_pool_, {});
  std::atomic<int> admitted = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { admitted += queries_admitted(meter, org_, 60); });
    for (int i = 0; i < 5; ++i) meter.exchange();
  }
  EXPECT_EQ(admitted, 100);
  meter.exchange();
  EXPECT_EQ(quotas_.usage(org_).queries_today, 100);
}

TEST_F(PostgresQuotaTest, StorageIsWhatWasMeasuredAndWhatCameSince) {
  limit({.storage_bytes = 1000});
  PostgresQuotaMeter meter(app_pool_, {});
  meter.take_storage(org_, 600);
  EXPECT_THROW(meter.take_storage(org_, 401), QuotaExceeded);
  meter.exchange();
  EXPECT_EQ(quotas_.usage(org_).storage_bytes, 600);

  upsert(start_import(org_), rows(0, 3));
  const auto due = worker_quotas_.due_for_measurement(seconds(60));
  ASSERT_TRUE(due);
  EXPECT_EQ(due->org, org_);
  meter.take_storage(org_, 100);
  meter.exchange();
  worker_quotas_.record_storage(*due, 250);
  EXPECT_FALSE(worker_quotas_.due_for_measurement(seconds(60)));
  const auto usage = quotas_.usage(org_);
  EXPECT_EQ(usage.storage_bytes, 350);
  EXPECT_TRUE(usage.storage_measured_at);
  EXPECT_EQ(counted(org_), std::pair(3L, 3L));
  EXPECT_EQ(inspect("SELECT count(*) FROM usage_entries"), "2");
  meter.exchange();
  meter.take_storage(org_, 650);
  EXPECT_THROW(meter.take_storage(org_, 1), QuotaExceeded);
}

}  // namespace
}  // namespace likeness::test
