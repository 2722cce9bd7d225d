#include "adapters/postgres/org_cloner.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresOrgCloneTest : public PostgresTest {
 protected:
  PostgresOrgCloneTest() : cloner_(worker_pool_) {
    const auto import = start_import(org_);
    std::vector<CatalogRow> rows;
    for (int i = 0; i < 5; ++i)
      rows.push_back(row_with_image("p" + std::to_string(i), "https://cdn.example/" + std::to_string(i)));
    rows.push_back(variant_row("dress", "dress-1", {"red"}, "M"));
    rows.push_back(variant_row("dress", "dress-2", {"blue"}, "L"));
    upsert(import, rows);
    for (const auto& job : claim_all(Unit::fetch))
      if (job.kind == JobKind::image) jobs_.complete_fetch(job, "aa");
    for (const auto& job : claim_all(Unit::understand))
      if (job.kind == JobKind::image)
        jobs_.complete_image(job, understood(2));
      else
        jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 0x3c00));
    inspect(
        "UPDATE sources SET url = 'https://feeds.example/f', credentials_kind = 'bearer',"
        " credentials_sealed = '\\x01', etag = 'v1'");
    inspect("UPDATE imports SET state = 'done'");
  }

  OrgId clone(int per_page = 2) {
    const auto made = org_operations_.request_clone(org_, "copy", "", "operator");
    copy_into(*made.target, per_page);
    return *made.target;
  }
  void copy_into(OrgId target, int per_page) {
    cloner_.clone_feeds(org_, target);
    for (std::optional<std::string> after = ""; after;) {
      const auto page = cloner_.clone_products(org_, target, *after, per_page);
      if (page.products > 0 && page.photos.empty()) ++pages_without_photos_;
      after = page.next_after;
    }
  }
  std::string count(const std::string& table, OrgId org) {
    return inspect("SELECT count(*) FROM " + table + " WHERE org_id = '" + org.uuid.to_string() + "'");
  }

  PostgresOrgCloner cloner_;
  int pages_without_photos_ = 0;
};

TEST_F(PostgresOrgCloneTest, CopiesTheCatalogueUnderIdsOfItsOwn) {
  const auto copy = clone();
  for (const auto* table : {"sources", "products", "variants", "images", "regions", "embeddings"}) {
    EXPECT_NE(count(table, org_), "0") << table;
    EXPECT_EQ(count(table, copy), count(table, org_)) << table;
    const auto* const key = std::string_view(table) == "embeddings" ? "vector_id" : "id";
    EXPECT_EQ(inspect(std::string("SELECT count(*) FROM ") + table + " AS a JOIN " + table + " AS b USING (" + key +
                      ") WHERE a.org_id <> b.org_id"),
              "0")
        << table;
  }
  const auto originals = whole_products(org_);
  const auto copies = whole_products(copy);
  ASSERT_EQ(copies.size(), originals.size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    EXPECT_EQ(copies[i].title, originals[i].title);
    EXPECT_EQ(copies[i].external_id, originals[i].external_id);
    EXPECT_EQ(copies[i].variants.size(), originals[i].variants.size());
    EXPECT_EQ(copies[i].images.size(), originals[i].images.size());
  }
  EXPECT_EQ(inspect("SELECT count(*) FROM (SELECT level, vector FROM embeddings GROUP BY 1, 2"
                    " HAVING count(*) % 2 <> 0) AS odd"),
            "0");
  EXPECT_EQ(catalog_.match_text(copy, "dress", {}, 10).full_text.size(),
            catalog_.match_text(org_, "dress", {}, 10).full_text.size());
  for (const auto& product : copies)
    for (const auto& image : product.images) EXPECT_EQ(image.state, "done");
  EXPECT_EQ(identity_.org(copy)->currency, "USD");
}

TEST_F(PostgresOrgCloneTest, APhotoThatIsNotDoneIsADeadLetterOfTheCopy) {
  upsert(start_import(org_), {row_with_image("late", "https://cdn.example/late")});
  inspect("UPDATE imports SET state = 'paused' WHERE state = 'reading'");
  const auto copy = clone();
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE state = 'dead' AND kind = 'image' AND org_id = '" +
                    copy.uuid.to_string() + "'"),
            "1");
  EXPECT_EQ(inspect("SELECT string_agg(DISTINCT state, ' ') FROM imports WHERE finished_at IS NOT NULL AND org_id = '" +
                    copy.uuid.to_string() + "'"),
            "cancelled done");
}

TEST_F(PostgresOrgCloneTest, FeedsComePausedAndWithoutCredentials) {
  const auto copy = clone();
  EXPECT_EQ(inspect("SELECT concat_ws(' ', name, url, paused, credentials_kind, credentials_sealed IS NULL, etag = '')"
                    " FROM sources WHERE org_id = '" +
                    copy.uuid.to_string() + "'"),
            "shop https://feeds.example/f t none t t");
}

TEST_F(PostgresOrgCloneTest, ATryAfterOneThatBrokeOffCopiesTheRest) {
  const auto made = org_operations_.request_clone(org_, "copy", "", "operator");
  const auto target = *made.target;
  cloner_.clone_feeds(org_, target);
  const auto first = cloner_.clone_products(org_, target, "", 2);
  EXPECT_EQ(first.products, 2);
  copy_into(target, 4);
  copy_into(target, 3);
  EXPECT_EQ(count("products", target), count("products", org_));
  EXPECT_EQ(count("embeddings", target), count("embeddings", org_));
}

TEST_F(PostgresOrgCloneTest, BothLiveApartAfterwards) {
  const auto copy = clone();
  const auto gone = catalog_.products(copy, std::nullopt, 1).products.at(0);
  catalog_.delete_product(copy, gone.id);
  EXPECT_EQ(catalog_.products(copy, std::nullopt, 200).products.size(), 5u);
  EXPECT_EQ(catalog_.products(org_, std::nullopt, 200).products.size(), 6u);
  EXPECT_ERROR(catalog_.product(org_, gone.id), ErrorKind::not_found);
  // A later import of the copy meets its rows, and works on the photos that it names.
  const auto import = start_import(copy);
  EXPECT_EQ(upsert(copy, import, {row_with_image("p3", "https://cdn.example/3")}).products_created, 0);
  erase(copy, "copy");
  EXPECT_EQ(catalog_.products(org_, std::nullopt, 200).products.size(), 6u);
}

TEST_F(PostgresOrgCloneTest, ATakenShortNameAndAnOpenImportAreConflicts) {
  EXPECT_ERROR(org_operations_.request_clone(org_, "acme", "", "operator"), ErrorKind::conflict);
  inspect("UPDATE imports SET state = 'working'");
  EXPECT_ERROR(org_operations_.request_clone(org_, "copy", "", "operator"), ErrorKind::conflict);
  EXPECT_FALSE(identity_.org_by_slug("copy"));
}

}  // namespace
}  // namespace likeness::test
