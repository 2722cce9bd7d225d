#include <thread>

#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

/// Removal of what a feed no longer names.
class PostgresSweepTest : public PostgresTest {
 protected:
  std::vector<std::string> product_names() {
    std::vector<std::string> names;
    for (const auto& product : catalog_.products(org_, std::nullopt, 200).products)
      names.push_back(product.external_id);
    std::ranges::sort(names);
    return names;
  }
  std::vector<CatalogRow> rows(int first, int count) {
    std::vector<CatalogRow> made;
    for (int i = first; i < first + count; ++i) made.push_back(row("p" + std::to_string(i), "Thing"));
    return made;
  }
  StartedImport later_import(ImportRequest request = {.source_name = "shop"}) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return start_import(org_, request);
  }
};

TEST_F(PostgresSweepTest, ProductsThatTheFeedNoLongerNamesGoWithAllThatIsTheirs) {
  const auto first = start_import(org_);
  upsert(first, {row_with_image("p1", "photos/1.jpg"), row_with_image("p2", "photos/2.jpg"), row("p3", "Thing")});
  imports_.accept_file(org_, first.id, "photos/1.jpg", "aa");
  for (const auto& job : jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)))
    if (job.kind == JobKind::image)
      jobs_.complete_image(job, understood(1));
    else
      jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1));
  const auto gone = only_product();
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 5);

  const auto next = later_import();
  upsert(next, {row_with_image("p2", "photos/2.jpg")});
  const auto plan = sweep_.plan(org_, next.id);
  EXPECT_EQ(plan.products_before, 3);
  EXPECT_EQ(plan.products_missing, 2);
  const auto swept = sweep(next);
  EXPECT_THAT(swept.removed, testing::Contains(gone));
  EXPECT_EQ(swept.vectors.size(), 4u);
  EXPECT_THAT(product_names(), testing::ElementsAre("p2"));
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 1);
  EXPECT_EQ(inspect("SELECT count(*) FROM regions"), "0");
  EXPECT_EQ(inspect("SELECT string_agg(content_sha256, ' ') FROM unowned_objects"), "aa");
  EXPECT_EQ(imports_.import(org_, next.id).products_removed, 2);
  EXPECT_THAT(sweep(next).removed, testing::IsEmpty());
  EXPECT_FALSE(sweep_.plan(org_, next.id).anything);
}

TEST_F(PostgresSweepTest, OtherSourcesAndNewerImportsLoseNothing) {
  upsert(start_import(org_, "other"), {row("o1", "Thing")});
  upsert(start_import(org_), rows(1, 3));
  const auto older = later_import();
  const auto newer = later_import();
  upsert(newer, rows(2, 2));
  upsert(older, rows(1, 1));
  EXPECT_THAT(sweep(older).removed, testing::IsEmpty());
  EXPECT_EQ(sweep(newer).removed.size(), 1u);
  EXPECT_THAT(product_names(), testing::ElementsAre("o1", "p2", "p3"));
}

TEST_F(PostgresSweepTest, ADeltaTakesNothingButPhotosOfWhatItNamesWhole) {
  auto one = variant_row("p1", "v1", {}, "M");
  one.images = {{"photos/1.jpg", ImageRole::main, 0}};
  auto two = variant_row("p2", "v2", {}, "M");
  two.images = {{"photos/2.jpg", ImageRole::main, 0}};
  auto three = variant_row("p2", "v3", {}, "L");
  three.images = {{"photos/3.jpg", ImageRole::main, 0}};
  upsert(start_import(org_), {one, two, three, row("p4", "Thing")});
  const auto delta = later_import({.source_name = "shop", .full = false});
  one.images[0].location = "photos/new.jpg";
  upsert(delta, {one, two});
  EXPECT_EQ(sweep_.plan(org_, delta.id).products_missing, 0);
  sweep(delta);
  EXPECT_THAT(product_names(), testing::ElementsAre("p1", "p2", "p4"));
  EXPECT_EQ(inspect("SELECT string_agg(location, ' ' ORDER BY location) FROM images"),
            "photos/2.jpg photos/3.jpg photos/new.jpg");
}

TEST_F(PostgresSweepTest, ABrokenRowKeepsItsProductItsVariantAndTheirPhotos) {
  auto one = variant_row("g1", "v1", {}, "M");
  one.images = {{"photos/1.jpg", ImageRole::main, 0}};
  upsert(start_import(org_), {one, variant_row("g1", "v2", {}, "L"), variant_row("g1", "v3", {}, "XL"),
                              row("p2", "Thing"), variant_row("p3", "p3/S", {}, "S"), row("p4", "Thing")});
  const auto next = later_import();
  upsert(next, {variant_row("g1", "v2", {}, "L")});
  worker_imports_.keep_ids(org_, next.id, std::vector<std::string>{"v1", "p2", "p3", "p2"});
  sweep(next);
  EXPECT_THAT(product_names(), testing::ElementsAre("g1", "p2", "p3"));
  EXPECT_EQ(inspect("SELECT string_agg(external_id, ' ' ORDER BY external_id) FROM variants"), "p2 p3/S v1 v2");
  EXPECT_EQ(inspect("SELECT count(*) FROM images"), "1");
}

TEST_F(PostgresSweepTest, AnImportThatIsNoLongerReadingNeitherWritesNorSweeps) {
  upsert(start_import(org_), rows(1, 2));
  const auto next = later_import();
  upsert(next, rows(1, 1));
  imports_.pause(org_, next.id);
  EXPECT_ERROR(upsert(next, rows(1, 1)), ErrorKind::cancelled);
  EXPECT_ERROR(sweep(next), ErrorKind::cancelled);
  EXPECT_ERROR(sweep_.plan(org_, next.id), ErrorKind::cancelled);
  EXPECT_THAT(product_names(), testing::ElementsAre("p1", "p2"));
}

TEST_F(PostgresSweepTest, ANewerFullFeedThatIsReadEndsOlderReaders) {
  const auto older = start_import(org_);
  upsert(older, rows(1, 2));
  const auto delta = later_import({.source_name = "shop", .full = false});
  upsert(delta, rows(3, 1));
  worker_imports_.finish_rows(org_, delta.id);
  EXPECT_EQ(imports_.import(org_, older.id).state, "reading");
  const auto newer = later_import();
  upsert(newer, rows(2, 1));
  worker_imports_.finish_rows(org_, newer.id);
  EXPECT_EQ(imports_.import(org_, older.id).state, "cancelled");
  EXPECT_ERROR(upsert(older, rows(5, 1)), ErrorKind::cancelled);
  sweep(newer);
  EXPECT_THAT(product_names(), testing::ElementsAre("p2"));
}

TEST_F(PostgresSweepTest, CountsComeFromTheDataHoweverOftenTheFeedIsRead) {
  upsert(start_import(org_), rows(1, 4));
  const auto next = later_import();
  auto changed = rows(1, 6);
  changed[0].title = "Another";
  changed[1].variant.price = Money{1, "USD"};
  upsert(next, {changed.begin(), changed.begin() + 5});
  upsert(next, changed);  // again from the start, after a crash
  worker_imports_.finish_rows(org_, next.id);
  const auto read = imports_.import(org_, next.id);
  EXPECT_EQ(read.products_created, 2);
  EXPECT_EQ(read.products_changed, 2);
  EXPECT_EQ(read.products_unchanged, 2);
  EXPECT_TRUE(read.rows_applied);
}

TEST_F(PostgresSweepTest, PricesAndStockTouchNoVectorAndTitlesOnlyTheTexts) {
  const auto import = start_import(org_);
  const auto fashioned = [&](CatalogRow made) {
    made.images = {{"https://cdn.example/1.jpg", ImageRole::main, 0}};
    return made;
  };
  upsert(import, {fashioned(row("p1", "Dress"))});
  jobs_.complete_fetch(*claim_one(Unit::fetch, JobKind::image), "aa");
  for (const auto& job : jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)))
    if (job.kind == JobKind::image)
      jobs_.complete_image(job, understood(1));
    else
      jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1));
  const std::string vectors = "SELECT string_agg(vector_id::text, ' ' ORDER BY vector_id) FROM embeddings";
  const std::string open =
      "SELECT coalesce(string_agg(kind, ' '), '') FROM jobs WHERE kind <> 'feed' AND state <> 'done'";
  const auto before = inspect(vectors);

  auto changed = fashioned(row("p1", "Dress"));
  const auto reimport = [&] {
    const auto again = later_import();
    const auto written = upsert(again, {changed});
    sweep(again);
    return written.products_changed;
  };
  EXPECT_EQ(reimport(), 0);
  EXPECT_EQ(inspect(open), "");
  changed.variant.price = Money{900, "USD"};
  EXPECT_EQ(reimport(), 1);
  changed.variant.sale_price = Money{800, "USD"};
  EXPECT_EQ(reimport(), 1);
  changed.variant.availability = Availability::out_of_stock;
  EXPECT_EQ(reimport(), 1);
  changed.variant.size = "XXL";
  EXPECT_EQ(reimport(), 1);
  EXPECT_EQ(inspect(open), "");
  EXPECT_EQ(inspect(vectors), before);
  changed.title = "Gown";
  EXPECT_EQ(reimport(), 1);
  EXPECT_EQ(inspect(open), "text");
}

}  // namespace
}  // namespace likeness::test
