#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

/// Pause, resume, cancel, and the question of a stopped import.
class PostgresImportControlTest : public PostgresTest {
 protected:
  std::string state(const StartedImport& import) { return imports_.import(org_, import.id).state; }
  std::string jobs_of(const StartedImport& import, const std::string& kind) {
    return inspect("SELECT string_agg(state, ' ' ORDER BY state) FROM jobs WHERE kind = '" + kind +
                   "' AND import_id = '" + import.id.uuid.to_string() + "'");
  }
  /// An import whose feed is read, with two remote photos and one to upload.
  StartedImport working_import(const std::string& folder = "https://cdn.example") {
    const auto import = start_import(org_);
    const auto feed = claim_one(Unit::fetch, JobKind::feed);
    upsert(import, {row_with_image("p1", folder + "/1.jpg"), row_with_image("p2", folder + "/2.jpg"),
                    row_with_image("p3", "photos/3.jpg")});
    worker_imports_.finish_rows(org_, import.id);
    worker_imports_.finish_reading(org_, import.id, "");
    jobs_.complete_feed(*feed);
    return import;
  }
};

TEST_F(PostgresImportControlTest, WhatIsPausedIsNotClaimedUntilItGoesOn) {
  const auto import = working_import();
  imports_.pause(org_, import.id);
  EXPECT_EQ(state(import), "paused");
  EXPECT_EQ(jobs_of(import, "image"), "paused paused waiting");
  EXPECT_EQ(jobs_of(import, "text"), "paused paused paused");
  EXPECT_THAT(jobs_.claim(Unit::fetch, 10, std::chrono::seconds(60)), testing::IsEmpty());
  EXPECT_THAT(jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)), testing::IsEmpty());
  imports_.accept_file(org_, import.id, "photos/3.jpg", "aa");
  EXPECT_EQ(jobs_of(import, "image"), "paused paused paused");
  EXPECT_EQ(imports_.import(org_, import.id).images_fetching, 2);
  jobs_.sweep();
  EXPECT_EQ(state(import), "paused");

  imports_.resume(org_, import.id, std::nullopt);
  EXPECT_EQ(state(import), "working");
  EXPECT_EQ(jobs_.claim(Unit::fetch, 10, std::chrono::seconds(60)).size(), 2u);
  EXPECT_EQ(jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)).size(), 4u);
  EXPECT_ERROR(imports_.resume(org_, import.id, std::nullopt), ErrorKind::conflict);
}

TEST_F(PostgresImportControlTest, APausedReaderIsPutAsideAndReadsAgain) {
  const auto import = start_import(org_);
  const auto feed = *claim_one(Unit::fetch, JobKind::feed);
  upsert(import, {row("p1", "Thing")});
  imports_.pause(org_, import.id);
  EXPECT_ERROR(upsert(import, {row("p2", "Thing")}), ErrorKind::cancelled);
  worker_imports_.put_feed_aside(feed);
  EXPECT_EQ(jobs_of(import, "feed"), "paused");
  EXPECT_ERROR(worker_imports_.put_feed_aside(feed), ErrorKind::conflict);
  imports_.resume(org_, import.id, std::nullopt);
  EXPECT_EQ(state(import), "reading");
  EXPECT_TRUE(claim_one(Unit::fetch, JobKind::feed));
}

TEST_F(PostgresImportControlTest, WhatComesBackToAPausedImportIsPausedByAndBy) {
  const auto import = working_import();
  const auto running = jobs_.claim(Unit::fetch, 1, std::chrono::seconds(60)).at(0);
  imports_.pause(org_, import.id);
  jobs_.complete_fetch(running, "aa");
  worker_imports_.settle(100);
  EXPECT_EQ(jobs_of(import, "image"), "paused paused waiting");
  imports_.resume(org_, import.id, std::nullopt);
  EXPECT_EQ(jobs_of(import, "image"), "queued queued waiting");
}

TEST_F(PostgresImportControlTest, ACancelledImportKeepsWhatIsKnownAndGivesTheRestUp) {
  const auto first = working_import();
  imports_.accept_file(org_, first.id, "photos/3.jpg", "aa");
  for (const auto& job : jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)))
    if (job.kind == JobKind::image)
      jobs_.complete_image(job, understood(0));
    else
      jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1));

  const auto second = working_import("https://new.example");
  EXPECT_EQ(jobs_of(second, "image"), "queued queued waiting");
  const auto running = jobs_.claim(Unit::fetch, 1, std::chrono::seconds(60)).at(0);
  imports_.cancel(org_, second.id);
  EXPECT_EQ(state(second), "cancelled");
  EXPECT_FALSE(imports_.import(org_, second.id).finished_at) << "a photo is still being worked on";
  EXPECT_EQ(jobs_of(second, "image"), "dead done running");
  jobs_.complete_fetch(running, "bb");
  worker_imports_.settle(100);
  EXPECT_EQ(jobs_of(second, "image"), "dead dead done");
  const auto over = imports_.import(org_, second.id);
  EXPECT_TRUE(over.finished_at);
  EXPECT_EQ(over.images_done, 1);
  EXPECT_EQ(over.images_dead, 2);
  EXPECT_EQ(imports_.faults(org_, second.id, "", 10).faults.at(0).reason, "the import was cancelled");
  imports_.cancel(org_, second.id);
  EXPECT_ERROR(imports_.pause(org_, second.id), ErrorKind::conflict);

  const auto third = start_import(org_);
  upsert(third, {row_with_image("p1", "https://new.example/1.jpg"), row_with_image("p2", "https://new.example/2.jpg")});
  EXPECT_EQ(jobs_of(third, "image"), "queued queued");
}

TEST_F(PostgresImportControlTest, AStoppedImportWaitsForItsAnswer) {
  const auto import = start_import(org_);
  const auto feed = *claim_one(Unit::fetch, JobKind::feed);
  upsert(import, {row("p1", "Thing")});
  worker_imports_.finish_rows(org_, import.id);
  worker_imports_.stop(org_, import.id, "so many?");
  worker_imports_.put_feed_aside(feed);
  EXPECT_EQ(state(import), "stopped");
  EXPECT_EQ(imports_.import(org_, import.id).failure, "so many?");
  EXPECT_EQ(jobs_of(import, "feed"), "paused");
  EXPECT_EQ(jobs_.claim(Unit::understand, 10, std::chrono::seconds(60)).size(), 1u) << "what was read is worked on";
  worker_imports_.settle(100);
  EXPECT_EQ(jobs_of(import, "feed"), "paused");
  EXPECT_ERROR(imports_.resume(org_, import.id, std::nullopt), ErrorKind::conflict);
  imports_.resume(org_, import.id, true);
  const auto read = imports_.import(org_, import.id);
  EXPECT_EQ(read.state, "reading");
  EXPECT_EQ(read.failure, "");
  EXPECT_TRUE(read.request.mass_delete_allowed);
  EXPECT_TRUE(read.rows_applied);
  EXPECT_TRUE(claim_one(Unit::fetch, JobKind::feed));
}

}  // namespace
}  // namespace likeness::test
