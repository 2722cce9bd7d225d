#include <thread>

#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresPreviewTest : public PostgresTest {
 protected:
  StartedImport dry_run() {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return start_import(
        org_, ImportRequest{.source_name = "shop", .filename = {}, .format = {}, .object_key = {}, .dry_run = true});
  }
  void preview(const StartedImport& import, const std::vector<CatalogRow>& rows) {
    worker_catalog_.preview_rows(org_, import.source, import.id, rows);
  }
  std::string everything() {
    std::string text;
    for (const std::string table : {"products", "variants", "images", "jobs WHERE kind <> 'feed'", "embeddings"})
      text += inspect("SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM (SELECT * FROM " + table + ") AS t") +
              " ";
    return text;
  }
};

TEST_F(PostgresPreviewTest, TellsWhatAnImportWouldDoAndDoesNothing) {
  auto lamp = row_with_image("lamp", "photos/lamp.jpg");
  upsert(start_import(org_), {lamp, row("same", "Same"), row("gone", "Gone"), row("broken", "Broken"),
                              variant_row("group", "g1", {"red"}, "S"), variant_row("group", "g2", {"red"}, "M")});
  const auto before = everything();
  const auto import = dry_run();
  lamp.title = "Lamp of brass";
  lamp.variant.price = Money{1, "USD"};
  lamp.images.push_back({"photos/lamp-2.jpg", ImageRole::additional, 1});
  const std::vector first = {lamp, row("same", "Same"), variant_row("group", "g1", {"red"}, "S")};
  preview(import, first);
  preview(import, {row("new", "New")});
  preview(import, first);  // again, after a crash
  worker_imports_.keep_ids(org_, import.id, std::vector<std::string>{"broken"});
  worker_imports_.finish_preview(org_, import.id, 10);
  EXPECT_EQ(everything(), before);

  const auto read = imports_.import(org_, import.id);
  EXPECT_EQ(read.state, "done");
  EXPECT_EQ(read.products_created, 1);
  EXPECT_EQ(read.products_changed, 2);
  EXPECT_EQ(read.products_unchanged, 1);
  EXPECT_EQ(read.products_removed, 1);
  EXPECT_THAT(read.preview.created, testing::ElementsAre("new"));
  EXPECT_THAT(read.preview.removed, testing::ElementsAre("gone"));
  ASSERT_EQ(read.preview.changed.size(), 2u);
  EXPECT_EQ(read.preview.changed[0].external_id, "group");
  EXPECT_THAT(read.preview.changed[0].fields, testing::ElementsAre("variants"));
  EXPECT_EQ(read.preview.changed[1].external_id, "lamp");
  EXPECT_THAT(read.preview.changed[1].fields, testing::ElementsAre("images", "price_minor", "title"));
}

TEST_F(PostgresPreviewTest, AgreesWithTheImportThatFollows) {
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 40; ++i) rows.push_back(row("p" + std::to_string(i), "Thing " + std::to_string(i % 7)));
  upsert(start_import(org_), rows);
  for (std::size_t i = 0; i < 20; i += 3) rows[i].title += " anew";
  rows.erase(rows.begin() + 30, rows.end());
  rows.push_back(row("extra", "Extra"));
  const auto dry = dry_run();
  preview(dry, {rows.begin(), rows.begin() + 15});
  preview(dry, {rows.begin() + 15, rows.end()});
  worker_imports_.finish_preview(org_, dry.id, 3);
  const auto said = imports_.import(org_, dry.id);
  EXPECT_EQ(said.preview.changed.size(), 3u);
  EXPECT_EQ(said.preview.removed.size(), 3u);

  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  const auto real = start_import(org_);
  upsert(real, rows);
  worker_imports_.finish_rows(org_, real.id);
  sweep(real);
  const auto done = imports_.import(org_, real.id);
  EXPECT_EQ(said.products_created, done.products_created);
  EXPECT_EQ(said.products_changed, done.products_changed);
  EXPECT_EQ(said.products_unchanged, done.products_unchanged);
  EXPECT_EQ(said.products_removed, done.products_removed);
  EXPECT_EQ(done.products_removed, 10);
}

}  // namespace
}  // namespace likeness::test
