#include <set>
#include <thread>

#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresCatalogTest : public PostgresTest {
 protected:
  Product read_only_product() { return catalog_.product(org_, only_product()); }
  std::string image_state() { return read_only_product().images.at(0).state; }
};

TEST_F(PostgresCatalogTest, WritesWhatTheRowSays) {
  auto full = row("p1", "Summer dress");
  full.description = "Light, with \"quotes\", {braces}, back\\slash and ümlaut";
  full.product_type = "dress";
  full.link = "https://shop.example/p1";
  full.variant = {.external_id = "v1",
                  .price = Money{1500, "USD"},
                  .sale_price = Money{1200, "USD"},
                  .sale_from = parse_iso8601("2026-01-01"),
                  .sale_until = parse_iso8601("2026-02-01T10:00:00.125Z"),
                  .availability = Availability::preorder,
                  .colors = {"Red", "dark, blue"},
                  .size = "M",
                  .gtin = "0123",
                  .mpn = "m-1",
                  .link = "https://shop.example/v1",
                  .attributes = {{"material", {"wool, \"fine\"", "silk\\"}}, {"gender", {"female"}}}};
  full.images = {{"https://cdn.example/1.jpg", ImageRole::main, 0}, {"photos/2.jpg", ImageRole::lifestyle, 1}};
  const auto import = start_import(org_);
  const auto answer = upsert(import, {full});
  EXPECT_EQ(answer.products_created, 1);
  EXPECT_EQ(answer.products_changed, 0);

  const auto product = read_only_product();
  EXPECT_THAT(answer.touched, testing::ElementsAre(product.id));
  EXPECT_EQ(product.source_id, import.source);
  EXPECT_EQ(product.external_id, "p1");
  EXPECT_EQ(product.title, full.title);
  EXPECT_EQ(product.description, full.description);
  EXPECT_EQ(product.category_path, full.category_path);
  EXPECT_EQ(product.product_type, "dress");
  EXPECT_EQ(product.link, full.link);
  ASSERT_EQ(product.variants.size(), 1u);
  const auto& facts = product.variants[0].facts;
  EXPECT_EQ(facts.price, full.variant.price);
  EXPECT_EQ(facts.sale_price, full.variant.sale_price);
  EXPECT_EQ(facts.sale_from, full.variant.sale_from);
  EXPECT_EQ(facts.sale_until, full.variant.sale_until);
  EXPECT_EQ(facts.availability, Availability::preorder);
  EXPECT_EQ(facts.colors, full.variant.colors);
  EXPECT_EQ(facts.gtin, "0123");
  EXPECT_EQ(facts.attributes, full.variant.attributes);
  ASSERT_EQ(product.images.size(), 2u);
  EXPECT_EQ(product.images[0].reference, full.images[0]);
  EXPECT_EQ(product.images[0].state, "queued");
  EXPECT_EQ(product.images[1].reference, full.images[1]);
  EXPECT_EQ(product.images[1].state, "waiting");
  EXPECT_EQ(catalog_.image(org_, product.images[1].id).reference.location, "photos/2.jpg");
  EXPECT_ERROR(catalog_.product(org_, ProductId::generate()), ErrorKind::not_found);
  EXPECT_ERROR(catalog_.image(org_, ImageId::generate()), ErrorKind::not_found);
}

TEST_F(PostgresCatalogTest, AnAttributeThatChangesIsAChange) {
  auto changing = row("p1", "Dress");
  changing.variant.attributes = {{"material", {"wool"}}};
  upsert(start_import(org_), {changing});
  EXPECT_EQ(upsert(start_import(org_), {changing}).products_changed, 0);
  changing.variant.attributes = {{"material", {"silk"}}};
  EXPECT_EQ(upsert(start_import(org_), {changing}).products_changed, 1);
  EXPECT_EQ(read_only_product().variants[0].facts.attributes, changing.variant.attributes);
}

TEST_F(PostgresCatalogTest, TheSameFeedAgainChangesNothing) {
  const std::vector<CatalogRow> rows = {row_with_image("p1", "https://cdn.example/1.jpg"),
                                        variant_row("p2", "v1", {"red"}, "M"), variant_row("p2", "v2", {"blue"}, "L")};
  EXPECT_EQ(upsert(start_import(org_), rows).products_created, 2);
  const auto before = catalog_.products(org_, std::nullopt, 200).products;
  for (int i = 0; i < 2; ++i) {
    const auto again = upsert(start_import(org_), rows);
    EXPECT_EQ(again.products_created, 0);
    EXPECT_EQ(again.products_changed, 0);
    EXPECT_THAT(again.touched, testing::IsEmpty());
  }
  const auto after = catalog_.products(org_, std::nullopt, 200).products;
  ASSERT_EQ(after.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(after[i].id, before[i].id);
    EXPECT_EQ(after[i].updated_at, before[i].updated_at);
    EXPECT_EQ(after[i].variants.size(), before[i].variants.size());
    EXPECT_EQ(after[i].variants[0].id, before[i].variants[0].id);
  }
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE kind <> 'feed'"), "3");
}

TEST_F(PostgresCatalogTest, OneBatchAndManyBatchesOfAGroupGiveTheSameOnReimport) {
  const auto first = variant_row("p1", "v1", {"red"}, "M");
  auto second = variant_row("p1", "v2", {"blue"}, "L");
  second.title = "Another title";
  const auto import_in_batches = [&] {
    const auto import = start_import(org_);
    const auto one = upsert(import, {first});
    const auto two = upsert(import, {second});
    return one.products_created + one.products_changed + two.products_created + two.products_changed;
  };
  EXPECT_EQ(import_in_batches(), 1);
  EXPECT_EQ(read_only_product().variants.size(), 2u);
  EXPECT_EQ(import_in_batches(), 0);
}

TEST_F(PostgresCatalogTest, TwoRowsOfOneGroupAreOneProduct) {
  upsert(start_import(org_), {variant_row("p1", "v1", {"red"}, "M"), variant_row("p1", "v2", {"blue"}, "L"),
                              variant_row("p1", "v2", {"green"}, "L")});
  const auto product = read_only_product();
  ASSERT_EQ(product.variants.size(), 2u);
  EXPECT_EQ(product.variants[0].facts.external_id, "v1");
  EXPECT_THAT(product.variants[1].facts.colors, testing::ElementsAre("green"));
  EXPECT_THAT(inspect("SELECT search_words FROM products"),
              testing::AllOf(testing::HasSubstr("red"), testing::HasSubstr("green")));
}

TEST_F(PostgresCatalogTest, OnlyChangedWordsAreEmbeddedAgain) {
  upsert(start_import(org_), {row("p1", "Summer dress")});
  const auto text_job = claim_one(Unit::understand, JobKind::text);
  ASSERT_TRUE(text_job);
  EXPECT_THAT(jobs_.product_text(*text_job), testing::HasSubstr("Summer dress"));
  jobs_.complete_text(*text_job, {"tiny", 1}, HalfVector(4, 1));

  auto cheaper = row("p1", "Summer dress");
  cheaper.variant.price = Money{900, "USD"};
  const auto changed = upsert(start_import(org_), {cheaper});
  EXPECT_EQ(changed.products_changed, 1);
  EXPECT_EQ(changed.touched.size(), 1u);
  EXPECT_EQ(inspect("SELECT state FROM jobs WHERE kind = 'text'"), "done");

  upsert(start_import(org_), {row("p1", "Winter dress")});
  EXPECT_EQ(inspect("SELECT state FROM jobs WHERE kind = 'text'"), "queued");
}

TEST_F(PostgresCatalogTest, AnOlderImportLoses) {
  const auto older = start_import(org_);
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  const auto newer = start_import(org_);
  upsert(newer, {row("p1", "New title")});
  const auto late = upsert(older, {row("p1", "Old title")});
  EXPECT_EQ(late.products_changed, 0);
  EXPECT_EQ(read_only_product().title, "New title");
}

TEST_F(PostgresCatalogTest, ReimportedPhotosGoBackOnlyWhereTheyMust) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "photos/1.jpg")});
  EXPECT_EQ(image_state(), "waiting");
  imports_.accept_file(org_, import.id, "photos/1.jpg", "aa");
  EXPECT_EQ(image_state(), "queued");
  upsert(import, {row_with_image("p1", "photos/1.jpg")});  // the feed is read again after a crash
  EXPECT_EQ(image_state(), "queued");
  upsert(start_import(org_), {row_with_image("p1", "photos/1.jpg")});
  EXPECT_EQ(image_state(), "waiting");
}

TEST_F(PostgresCatalogTest, ReimportedRemotePhotosStartAgainOnlyWhenDead) {
  const auto rows = std::vector{row_with_image("p1", "https://cdn.example/1.jpg")};
  upsert(start_import(org_), rows);
  const auto job = claim_one(Unit::fetch, JobKind::image);
  jobs_.fail(*job, Stage::download, Error(ErrorKind::unsupported, "no photo"), {});
  EXPECT_EQ(image_state(), "dead");
  const auto second = start_import(org_);
  upsert(second, rows);
  EXPECT_EQ(image_state(), "queued");
  EXPECT_EQ(inspect("SELECT tries FROM jobs WHERE kind = 'image'"), "0");

  const auto fetch = claim_one(Unit::fetch, JobKind::image);
  jobs_.complete_fetch(*fetch, "aa");
  jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(0));
  upsert(start_import(org_), rows);
  EXPECT_EQ(image_state(), "done");
}

TEST_F(PostgresCatalogTest, PhotosAndVariantsThatTheFeedNoLongerNamesGo) {
  const auto import = start_import(org_);
  auto two = variant_row("p1", "v1", {}, "M");
  two.images = {{"photos/1.jpg", ImageRole::main, 0}, {"photos/2.jpg", ImageRole::additional, 1}};
  upsert(import, {two, variant_row("p1", "v2", {}, "L"), row_with_image("p2", "photos/3.jpg")});
  imports_.accept_file(org_, import.id, "photos/2.jpg", "aa");
  const auto added = jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(1)).added;

  const auto next = start_import(org_);
  two.images.pop_back();
  upsert(next, {two, row_with_image("p2", "photos/3.jpg")});
  const auto swept = sweep(next);
  EXPECT_EQ(swept.vectors.size(), added.size());
  EXPECT_EQ(swept.touched.size(), 1u);
  const auto products = whole_products(org_);
  ASSERT_EQ(products.size(), 2u);
  EXPECT_EQ(products[0].images.size(), 1u);
  EXPECT_EQ(products[0].variants.size(), 1u);
  EXPECT_EQ(products[1].images.size(), 1u);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 0);
}

TEST_F(PostgresCatalogTest, ADeletedProductTakesItsVectorsAlong) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "photos/1.jpg")});
  imports_.accept_file(org_, import.id, "photos/1.jpg", "aa");
  const auto job = *claim_one(Unit::understand, JobKind::image);
  jobs_.complete_image(job, understood(2));
  const auto id = only_product();
  EXPECT_EQ(catalog_.delete_product(org_, id).size(), 3u);
  EXPECT_ERROR(catalog_.delete_product(org_, id), ErrorKind::not_found);
  for (const std::string table : {"products", "variants", "images", "regions", "embeddings"})
    EXPECT_EQ(inspect("SELECT count(*) FROM " + table), "0") << table;
  EXPECT_ERROR(jobs_.complete_image(job, understood(0)), ErrorKind::conflict);
}

TEST_F(PostgresCatalogTest, PagesFollowTheFeed) {
  std::vector<CatalogRow> rows;
  for (int i = 9; i >= 0; --i) rows.push_back(row("p" + std::to_string(i), "Title"));
  upsert(start_import(org_), rows);
  std::vector<std::string> seen;
  std::optional<ProductId> after;
  do {
    const auto page = catalog_.products(org_, after, 3);
    for (const auto& product : page.products) seen.push_back(product.external_id);
    after = page.next_after;
  } while (after);
  EXPECT_THAT(seen, testing::ElementsAre("p9", "p8", "p7", "p6", "p5", "p4", "p3", "p2", "p1", "p0"));
  EXPECT_ERROR(catalog_.products(org_, std::nullopt, 201), ErrorKind::invalid_argument);

  const auto all = catalog_.filter_columns_after(org_, std::nullopt, 100);
  ASSERT_EQ(all.size(), 10u);
  EXPECT_EQ(catalog_.filter_columns_after(org_, all[6].product_id, 100).size(), 3u);
  const std::vector<ProductId> wanted = {all[5].product_id, ProductId::generate(), all[1].product_id};
  const auto read = catalog_.products_by_id(org_, wanted);
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].id, wanted[0]);
  EXPECT_EQ(read[1].id, wanted[2]);
  EXPECT_EQ(read[0].variants.size(), 1u);
}

TEST_F(PostgresCatalogTest, ImportsOfOneSourceAtOnceNeitherBlockNorDouble) {
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 200; ++i) rows.push_back(row_with_image("p" + std::to_string(i), "photos/" + std::to_string(i)));
  auto backwards = rows;
  std::ranges::reverse(backwards);
  const auto one = start_import(org_);
  const auto two = start_import(org_);
  {
    std::jthread first([&] { upsert(one, rows); });
    std::jthread second([&] { upsert(two, backwards); });
  }
  EXPECT_EQ(inspect("SELECT count(*) FROM products"), "200");
  EXPECT_EQ(inspect("SELECT count(*) FROM images"), "200");
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE kind = 'text'"), "200");
}

TEST_F(PostgresCatalogTest, AValueThatCannotBeStoredIsTheCallersFault) {
  EXPECT_ERROR(upsert(start_import(org_), {row("p1", "broken \xff text")}), ErrorKind::invalid_argument);
  EXPECT_ERROR(catalog_.match_text(org_, "broken \xff text", {}, 10), ErrorKind::invalid_argument);
  EXPECT_EQ(upsert(start_import(org_), {row("p1", std::string("with\0zero", 9))}).products_created, 1);
}

}  // namespace
}  // namespace likeness::test
