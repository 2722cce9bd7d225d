#include "adapters/postgres/dead_letter_store.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresDeadLetterTest : public PostgresTest {
 protected:
  /// An import whose photos are given up, and with them all of it.
  StartedImport dead_import(int photos, ErrorKind kind = ErrorKind::not_found) {
    const auto import = start_import(org_);
    const auto feed = *claim_one(Unit::fetch, JobKind::feed);
    std::vector<CatalogRow> rows;
    for (int i = 0; i < photos; ++i)
      rows.push_back(row_with_image("p" + std::to_string(i), "https://cdn.example/" + std::to_string(i) + ".jpg"));
    upsert(import, rows);
    imports_.finish_reading(org_, import.id, "");
    jobs_.complete_feed(feed);
    for (const auto& job : claim_all(Unit::fetch)) jobs_.fail(job, Stage::download, Error(kind, "no photo there"), {});
    for (const auto& job : claim_all(Unit::understand)) jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1));
    return import;
  }
  std::string state(ImportId import) { return imports_.import(org_, import).state; }

  PostgresDeadLetterStore letters_{app_pool_};
};

TEST_F(PostgresDeadLetterTest, ALetterSaysWhatFailedWhereAndWhy) {
  const auto import = dead_import(1);
  const auto page = letters_.list(org_, {}, {}, 10);
  ASSERT_EQ(page.letters.size(), 1u);
  const auto& letter = page.letters[0];
  EXPECT_EQ(letter.kind, JobKind::image);
  EXPECT_EQ(letter.stage, "download");
  EXPECT_EQ(letter.error_kind, "not_found");
  EXPECT_EQ(letter.reason, "no photo there");
  EXPECT_EQ(letter.tries, 1);
  EXPECT_EQ(letter.import_id, import.id);
  EXPECT_EQ(letter.product_id, only_product());
  EXPECT_EQ(letter.location, "https://cdn.example/0.jpg");
  EXPECT_TRUE(letter.retryable);
  EXPECT_FALSE(page.next_after);
}

TEST_F(PostgresDeadLetterTest, PagesHoldEachLetterOnce) {
  dead_import(5);
  std::set<JobId> seen;
  std::optional<JobId> after;
  do {
    const auto page = letters_.list(org_, {}, after, 2);
    for (const auto& letter : page.letters) EXPECT_TRUE(seen.insert(letter.id).second);
    after = page.next_after;
  } while (after);
  EXPECT_EQ(seen.size(), 5u);
}

TEST_F(PostgresDeadLetterTest, ARetriedJobBringsItsImportBackToWorkAndEndsItAgain) {
  const auto import = dead_import(2);
  EXPECT_EQ(state(import.id), "done");
  const auto letter = letters_.list(org_, {}, {}, 1).letters.at(0);
  letters_.retry(org_, letter.id);
  EXPECT_EQ(state(import.id), "working");
  EXPECT_FALSE(imports_.import(org_, import.id).finished_at);
  const auto job = *claim_one(Unit::fetch, JobKind::image);
  EXPECT_EQ(job.id, letter.id);
  EXPECT_EQ(job.tries, 1) << "all its tries are before it";
  jobs_.complete_fetch(job, "aa");
  jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(0));
  EXPECT_EQ(state(import.id), "done");
  EXPECT_EQ(imports_.import(org_, import.id).images_dead, 1);
  EXPECT_ERROR(letters_.retry(org_, letter.id), ErrorKind::not_found);
}

TEST_F(PostgresDeadLetterTest, AllThatFitAreRetriedInBatches) {
  const auto import = dead_import(5);
  EXPECT_EQ(letters_.retry_all(org_, {.import_id = {}, .stage = "embed", .error_kind = {}}, 10), 0);
  EXPECT_EQ(letters_.retry_all(org_, {.import_id = {}, .stage = {}, .error_kind = "timeout"}, 10), 0);
  EXPECT_EQ(letters_.retry_all(org_, {.import_id = ImportId::generate(), .stage = {}, .error_kind = {}}, 10), 0);
  EXPECT_EQ(letters_.retry_all(org_, {.import_id = import.id, .stage = "download", .error_kind = "not_found"}, 3), 3);
  EXPECT_EQ(letters_.retry_all(org_, {}, 3), 2);
  EXPECT_EQ(claim_all(Unit::fetch).size(), 5u);
  EXPECT_THAT(letters_.list(org_, {}, {}, 10).letters, testing::IsEmpty());
}

TEST_F(PostgresDeadLetterTest, AFeedThatDiedIsReadAgain) {
  const auto import = start_import(org_);
  const auto feed = *claim_one(Unit::fetch, JobKind::feed);
  jobs_.fail(feed, Stage::feed, Error(ErrorKind::corrupt_data, "it is no feed"), {});
  EXPECT_EQ(state(import.id), "failed");
  letters_.retry(org_, letters_.list(org_, {}, {}, 1).letters.at(0).id);
  EXPECT_EQ(state(import.id), "reading");
  EXPECT_EQ(imports_.import(org_, import.id).failure, "");
  EXPECT_EQ(claim_one(Unit::fetch, JobKind::feed)->id, feed.id);
}

TEST_F(PostgresDeadLetterTest, APhotoThatWasNeverUploadedNeedsAnotherImport) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "photos/1.jpg")});
  imports_.refuse_file(org_, import.id, "photos/1.jpg", "no such file");
  const auto letter = letters_.list(org_, {}, {}, 10).letters.at(0);
  EXPECT_FALSE(letter.retryable);
  EXPECT_ERROR(letters_.retry(org_, letter.id), ErrorKind::conflict);
  EXPECT_EQ(letters_.retry_all(org_, {}, 10), 0);
}

TEST_F(PostgresDeadLetterTest, OrgsDoNotSeeEachOthersLetters) {
  dead_import(1);
  const auto id = letters_.list(org_, {}, {}, 1).letters.at(0).id;
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  EXPECT_THAT(letters_.list(other, {}, {}, 10).letters, testing::IsEmpty());
  EXPECT_ERROR(letters_.retry(other, id), ErrorKind::not_found);
  EXPECT_EQ(letters_.retry_all(other, {}, 10), 0);
}

}  // namespace
}  // namespace likeness::test
