#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresImportTest : public PostgresTest {
 protected:
  /// Reads the feed as a worker does: rows, then the end of the feed, then the end of its job.
  StartedImport read_feed(const std::vector<CatalogRow>& rows) {
    const auto import = start_import(org_);
    const auto feed_job = claim_one(Unit::fetch, JobKind::feed);
    EXPECT_EQ(feed_job->import_id, import.id);
    const auto written = upsert(import, rows);
    worker_imports_.record_rows(org_, import.id,
                                {.rows_read = static_cast<long>(rows.size()),
                                 .products_created = written.products_created,
                                 .products_changed = written.products_changed});
    worker_imports_.finish_rows(org_, import.id);
    worker_imports_.finish_reading(org_, import.id, "");
    jobs_.complete_feed(*feed_job);
    return import;
  }
  Import state(const StartedImport& import) { return imports_.import(org_, import.id); }
};

TEST_F(PostgresImportTest, CreatesItsFeedJobAndWakeUpInOneStep) {
  const auto import = start_import(org_, "spring");
  const auto read = state(import);
  EXPECT_EQ(read.state, "reading");
  EXPECT_EQ(read.request.source_name, "spring");
  EXPECT_EQ(read.request.object_key, "feeds/1");
  const auto messages = outbox_.unpublished(10);
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_EQ(messages[0].subject, "ingest.fetch." + org_.uuid.to_string());
  EXPECT_EQ(messages[0].payload, import.id.to_string());
  outbox_.mark_published(std::vector{messages[0].id});
  EXPECT_THAT(outbox_.unpublished(10), testing::IsEmpty());
  EXPECT_EQ(start_import(org_, "spring").source, import.source);
  EXPECT_NE(start_import(org_, "summer").source, import.source);
  EXPECT_EQ(imports_.imports(org_, std::nullopt, 2).imports.size(), 2u);
  EXPECT_EQ(imports_.imports(org_, std::nullopt, 2).imports[0].request.source_name, "summer");
  EXPECT_ERROR(imports_.import(org_, ImportId::generate()), ErrorKind::not_found);
}

TEST_F(PostgresImportTest, TheSourceRemembersTheMapping) {
  ImportRequest request{.source_name = "mapped", .filename = "f.csv", .format = "auto", .object_key = "feeds/1"};
  EXPECT_TRUE(imports_.import(org_, imports_.create(org_, request)).request.mapping.empty());
  const std::map<std::string, std::string> mapping = {{"Produkt \"name\"", "title"}, {"Intern", "ignore"}};
  request.mapping = mapping;
  EXPECT_EQ(imports_.import(org_, imports_.create(org_, request)).request.mapping, mapping);
  request.mapping = {};
  const auto later = imports_.import(org_, imports_.create(org_, request));
  EXPECT_EQ(later.request.mapping, mapping);
  EXPECT_EQ(later.currency.size(), 3u);
  EXPECT_EQ(worker_imports_.import(org_, later.id).currency, later.currency);
  request.mapping = {{"Name", "title"}};
  EXPECT_EQ(imports_.import(org_, imports_.create(org_, request)).request.mapping, request.mapping);
  request.source_name = "other";
  request.mapping = {};
  EXPECT_TRUE(imports_.import(org_, imports_.create(org_, request)).request.mapping.empty());
}

TEST_F(PostgresImportTest, KeepsHintsApartFromFaults) {
  const auto import = start_import(org_);
  worker_imports_.add_faults(
      org_, import.id,
      std::vector<ImportFault>{{1, "gtin", "7", "is no GTIN", true}, {2, "id", "", "is required and missing"}});
  const auto page = imports_.faults(org_, import.id, "", 10);
  ASSERT_EQ(page.faults.size(), 2u);
  EXPECT_TRUE(page.faults[0].row_kept);
  EXPECT_FALSE(page.faults[1].row_kept);
}

TEST_F(PostgresImportTest, GoesFromReadingOverWorkingToDone) {
  const auto import = read_feed({row_with_image("p1", "photos/1.jpg"), row_with_image("p2", "photos/2.jpg")});
  auto read = state(import);
  EXPECT_EQ(read.state, "working");
  EXPECT_EQ(read.rows_read, 2);
  EXPECT_EQ(read.products_created, 2);
  EXPECT_EQ(read.images_total, 2);
  EXPECT_EQ(read.images_waiting, 2);
  EXPECT_EQ(read.texts_total, 2);

  imports_.accept_file(org_, import.id, "photos/1.jpg", "aa");
  imports_.refuse_file(org_, import.id, "photos/2.jpg", "there is no such file");
  read = state(import);
  EXPECT_EQ(read.images_understanding, 1);
  EXPECT_EQ(read.images_dead, 1);
  for (const auto& job : jobs_.claim(Unit::understand, 10, std::chrono::seconds(60))) {
    EXPECT_EQ(state(import).state, "working");
    if (job.kind == JobKind::image)
      jobs_.complete_image(job, understood(0));
    else
      jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 2));
  }
  read = state(import);
  EXPECT_EQ(read.state, "done");
  EXPECT_TRUE(read.finished_at);
  EXPECT_EQ(read.images_done, 1);
  EXPECT_EQ(read.images_dead, 1);
  EXPECT_EQ(read.texts_done, 2);
}

TEST_F(PostgresImportTest, AnEmptyFeedIsDoneAtOnceAndABrokenOneFails) {
  EXPECT_EQ(state(read_feed({})).state, "done");
  const auto broken = start_import(org_);
  const auto job = claim_one(Unit::fetch, JobKind::feed);
  worker_imports_.finish_reading(org_, broken.id, "the feed has no column \"id\"");
  jobs_.complete_feed(*job);
  EXPECT_EQ(state(broken).state, "failed");
  EXPECT_EQ(state(broken).failure, "the feed has no column \"id\"");
}

TEST_F(PostgresImportTest, AFeedJobThatIsGivenUpFailsItsImport) {
  const auto import = start_import(org_);
  jobs_.fail(*claim_one(Unit::fetch, JobKind::feed), Stage::feed, Error(ErrorKind::not_found, "the feed is gone"), {});
  EXPECT_EQ(state(import).state, "failed");
  EXPECT_EQ(state(import).failure, "the feed is gone");
}

TEST_F(PostgresImportTest, WantedFilesAreDistinctPathsInOrder) {
  const auto import =
      read_feed({row_with_image("p1", "photos/b.jpg"), row_with_image("p2", "photos/a.jpg"),
                 row_with_image("p3", "photos/b.jpg"), row_with_image("p4", "https://cdn.example/x.jpg")});
  const auto wanted = imports_.wanted_files(org_, import.id, "", 10).files;
  ASSERT_EQ(wanted.size(), 2u);
  EXPECT_EQ(wanted[0].path, "photos/a.jpg");
  EXPECT_EQ(wanted[1].path, "photos/b.jpg");
  EXPECT_EQ(imports_.wanted_files(org_, import.id, "photos/a.jpg", 10).files.size(), 1u);
  EXPECT_EQ(imports_.wanted_files(org_, import.id, "", 1).files.size(), 1u);

  imports_.accept_file(org_, import.id, "photos/b.jpg", "bb");
  EXPECT_EQ(state(import).images_understanding, 2);
  EXPECT_EQ(imports_.wanted_files(org_, import.id, "", 10).files.size(), 1u);
  EXPECT_ERROR(imports_.accept_file(org_, import.id, "photos/b.jpg", "bb"), ErrorKind::not_found);
  EXPECT_ERROR(imports_.accept_file(org_, import.id, "photos/none.jpg", "bb"), ErrorKind::not_found);
  EXPECT_ERROR(imports_.refuse_file(org_, import.id, "photos/none.jpg", "no"), ErrorKind::not_found);
}

TEST_F(PostgresImportTest, TheSameBytesAgainAreDoneWithoutNewVectors) {
  const std::vector rows = {row_with_image("p1", "photos/1.jpg")};
  const auto first = read_feed(rows);
  imports_.accept_file(org_, first.id, "photos/1.jpg", "aa");
  for (const auto& job : jobs_.claim(Unit::understand, 10, std::chrono::seconds(60))) {
    if (job.kind == JobKind::image) jobs_.complete_image(job, understood(0));
    if (job.kind == JobKind::text) jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 2));
  }
  const auto second = read_feed(rows);
  EXPECT_EQ(imports_.wanted_files(org_, second.id, "", 10).files.at(0).content_sha256, "aa");
  imports_.accept_file(org_, second.id, "photos/1.jpg", "aa");
  EXPECT_EQ(state(second).state, "done");
  EXPECT_EQ(state(second).images_done, 1);
  EXPECT_EQ(state(first).images_done, 1) << "a finished import keeps its counts";
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 2);

  const auto third = read_feed(rows);
  imports_.accept_file(org_, third.id, "photos/1.jpg", "bb");
  EXPECT_EQ(state(third).images_understanding, 1);
}

TEST_F(PostgresImportTest, FaultsOfTheFeedComeBeforeLostPhotos) {
  const auto import = read_feed({row_with_image("p1", "photos/1.jpg")});
  const std::vector<ImportFault> faults = {
      {9, "price", "x", "is not a number"}, {2, "title", "", "is missing"}, {2, "title", "", "is missing"}};
  worker_imports_.add_faults(org_, import.id, faults);
  worker_imports_.add_faults(org_, import.id, faults);
  imports_.refuse_file(org_, import.id, "photos/1.jpg", "there is no such file");
  const auto first = imports_.faults(org_, import.id, "", 2);
  ASSERT_EQ(first.faults.size(), 2u);
  EXPECT_EQ(first.faults[0].line, 2);
  EXPECT_EQ(first.faults[1].line, 9);
  ASSERT_TRUE(first.next_after);
  const auto rest = imports_.faults(org_, import.id, *first.next_after, 2);
  ASSERT_EQ(rest.faults.size(), 1u);
  EXPECT_EQ(rest.faults[0].line, 0);
  EXPECT_EQ(rest.faults[0].field, "image_link");
  EXPECT_EQ(rest.faults[0].value, "photos/1.jpg");
  EXPECT_EQ(rest.faults[0].reason, "there is no such file");
  EXPECT_FALSE(rest.next_after);
  for (const std::string cursor : {"17", "f-1", "f-x-1", "j-nobody", "f-99999999999999999999-1"})
    EXPECT_ERROR(imports_.faults(org_, import.id, cursor, 2), ErrorKind::invalid_argument);
}

TEST_F(PostgresImportTest, EveryFaultIsOnOnePage) {
  const auto import = read_feed({row_with_image("p1", "photos/1.jpg"), row_with_image("p2", "photos/2.jpg")});
  std::vector<ImportFault> faults;
  for (const char* field : {"title", "price", "id", "link", "size"}) faults.push_back({7, field, "x", "is wrong"});
  worker_imports_.add_faults(org_, import.id, faults);
  imports_.refuse_file(org_, import.id, "photos/1.jpg", "there is no such file");
  imports_.refuse_file(org_, import.id, "photos/2.jpg", "there is no such file");
  std::vector<std::string> seen;
  std::optional<std::string> after = "";
  while (after) {
    const auto page = imports_.faults(org_, import.id, *after, 2);
    for (const auto& fault : page.faults) seen.push_back(fault.field + fault.value);
    after = page.next_after;
  }
  ASSERT_EQ(seen.size(), 7u);
  std::sort(seen.begin() + 5, seen.end());  // photos come in the order of their jobs' ids
  EXPECT_THAT(seen, testing::ElementsAre("titlex", "pricex", "idx", "linkx", "sizex", "image_linkphotos/1.jpg",
                                         "image_linkphotos/2.jpg"));
}

TEST_F(PostgresImportTest, ALongFeedRenewsThePlannersStatisticsAsItGoes) {
  const auto import = start_import(org_);
  upsert(import, {row("p1", "Lamp")});
  const auto products_known = [&] { return inspect("SELECT reltuples FROM pg_class WHERE relname = 'products'"); };
  const auto read = [&](long rows) { worker_imports_.record_rows(org_, import.id, {.rows_read = rows}); };
  read(1999);
  EXPECT_EQ(products_known(), "-1");
  read(2400);
  EXPECT_EQ(products_known(), "1");
  upsert(import, {row("p2", "Lamp")});
  read(15'900);
  EXPECT_EQ(products_known(), "1") << "not with every batch";
  read(16'100);
  EXPECT_EQ(products_known(), "2");
}

}  // namespace
}  // namespace likeness::test
