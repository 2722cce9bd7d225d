#include <cstdio>

#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

constexpr int kProducts = 5000;
constexpr int kBatch = 500;

class PostgresThroughputTest : public PostgresTest {
 protected:
  double rows_per_second(const std::vector<CatalogRow>& rows) {
    const auto import = start_import(org_);
    const Stopwatch watch;
    for (int start = 0; start < kProducts; start += kBatch)
      worker_catalog_.upsert_rows(org_, import.source, import.id,
                                  std::span(rows).subspan(static_cast<std::size_t>(start), kBatch));
    return kProducts / watch.seconds();
  }
};

/// Prints figures; the bound is loose, because the machine may be busy.
TEST_F(PostgresThroughputTest, ThousandsOfRowsASecond) {
  const std::vector<std::string> nouns = {"dress", "lamp", "sneaker", "table", "kettle", "jacket", "mug", "backpack"};
  const std::vector<std::string> adjectives = {"red", "wooden", "vintage", "leather", "linen", "bright", "small"};
  std::vector<CatalogRow> rows;
  for (std::size_t i = 0; i < kProducts; ++i) {
    auto made = row("p" + std::to_string(i), adjectives[i % 7] + " " + nouns[i % 8] + " number " + std::to_string(i));
    made.description = "A " + made.title + " for every day, made to last. Comes in one size and is easy to clean.";
    rows.push_back(std::move(made));
  }
  const double first = rows_per_second(rows);
  const double again = rows_per_second(rows);
  std::printf(
      "products written: %.0f rows/s; same feed again: %.0f rows/s (%d products, batches of %d, one connection)\n",
      first, again, kProducts, kBatch);
  EXPECT_GT(first, 500);

  for (const std::string query : {"red dress", "vintage kettle number 77", "lether bakpack"}) {
    catalog_.match_text(org_, query, {}, 100);
    const Stopwatch watch;
    const auto matches = catalog_.match_text(org_, query, {}, 100);
    std::printf("match_text \"%s\": %.1f ms, %zu by full text, %zu by trigrams\n", query.c_str(), watch.milliseconds(),
                matches.full_text.size(), matches.trigram.size());
  }
}

}  // namespace
}  // namespace likeness::test
