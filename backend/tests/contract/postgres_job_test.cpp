#include <atomic>
#include <set>
#include <thread>

#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresJobTest : public PostgresTest {
 protected:
  /// One remote photo whose feed is read, and its job under way.
  Job fetching(const std::string& product = "p1") {
    upsert(start_import(org_), {row_with_image(product, "https://cdn.example/" + product + ".jpg")});
    return *claim_one(Unit::fetch, JobKind::image);
  }
  Job understanding(const std::string& sha = "aa") {
    jobs_.complete_fetch(fetching(), sha);
    return *claim_one(Unit::understand, JobKind::image);
  }
  std::string state(const Job& job) {
    return inspect("SELECT state || ' ' || unit || ' ' || tries FROM jobs WHERE id = '" + job.id.uuid.to_string() +
                   "'");
  }
  void expire_leases() { inspect("UPDATE jobs SET lease_until = now() - interval '1 second' WHERE state = 'running'"); }
};

TEST_F(PostgresJobTest, AClaimHidesTheJobFromOthers) {
  const auto job = fetching();
  EXPECT_EQ(job.org_id, org_);
  EXPECT_EQ(job.tries, 1);
  EXPECT_TRUE(job.import_id);
  EXPECT_TRUE(job.image_id);
  EXPECT_FALSE(job.product_id);
  EXPECT_THAT(jobs_.claim(Unit::fetch, 10, seconds(60)), testing::IsEmpty());
  const auto details = jobs_.image_details(job);
  EXPECT_EQ(details.location, "https://cdn.example/p1.jpg");
  EXPECT_TRUE(details.remote);
  EXPECT_EQ(details.product_id, only_product());
}

TEST_F(PostgresJobTest, ManyWorkersTakeEachJobOnce) {
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 100; ++i) rows.push_back(row("p" + std::to_string(i), "Title"));
  upsert(start_import(org_), rows);
  std::mutex mutex;
  std::multiset<JobId> taken;
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back([&] {
        for (auto jobs = jobs_.claim(Unit::understand, 7, seconds(60)); !jobs.empty();
             jobs = jobs_.claim(Unit::understand, 7, seconds(60))) {
          std::lock_guard lock(mutex);
          for (const auto& job : jobs) taken.insert(job.id);
        }
      });
  }
  EXPECT_EQ(taken.size(), 100u);
  EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), 100u);
}

TEST_F(PostgresJobTest, ClaimsCrossOrgsAndEffectsStayInOne) {
  const auto second = identity_.create_org("second", "Second", "EUR").id;
  start_import(org_);
  start_import(second);
  std::set<OrgId> orgs;
  for (const auto& job : claim_all(Unit::fetch)) orgs.insert(job.org_id);
  EXPECT_EQ(orgs, (std::set{org_, second}));
  auto stolen = fetching();
  stolen.org_id = second;
  EXPECT_ERROR(jobs_.complete_fetch(stolen, "aa"), ErrorKind::conflict);
}

TEST_F(PostgresJobTest, AFetchedPhotoGoesOnToUnderstand) {
  outbox_.mark_published(std::vector<std::int64_t>{});
  const auto job = fetching();
  jobs_.complete_fetch(job, "aa");
  EXPECT_EQ(state(job), "queued understand 0");
  const auto messages = outbox_.unpublished(100);
  EXPECT_EQ(messages.back().subject, "ingest.understand." + org_.uuid.to_string());
  const auto next = *claim_one(Unit::understand, JobKind::image);
  EXPECT_EQ(next.id, job.id);
  EXPECT_EQ(jobs_.image_details(next).content_sha256, "aa");
  EXPECT_ERROR(jobs_.complete_fetch(job, "bb"), ErrorKind::conflict);
}

TEST_F(PostgresJobTest, AnUnderstoodPhotoHasRegionsAndVectors) {
  const auto job = understanding();
  const auto completion = jobs_.complete_image(job, understood(2));
  EXPECT_THAT(completion.superseded, testing::IsEmpty());
  ASSERT_EQ(completion.added.size(), 3u);
  EXPECT_EQ(completion.added[0].level, Level::image);
  EXPECT_EQ(completion.added[1].level, Level::region);
  const auto image = catalog_.image(org_, *job.image_id);
  EXPECT_EQ(image.state, "done");
  EXPECT_EQ(image.width_px, 640);
  EXPECT_EQ(image.perceptual_hash, PerceptualHash{0xf000000000000001});
  EXPECT_EQ(image.colors, (std::vector<ColorShare>{{"red", 0.5}}));
  ASSERT_EQ(image.regions.size(), 2u);
  EXPECT_EQ(image.regions[0].id, completion.added[1].region_id);
  const auto product = only_product();
  const auto boxes = catalog_.region_boxes(org_, std::vector{RegionId::generate(), image.regions[1].id});
  EXPECT_EQ(boxes[0], std::nullopt);
  EXPECT_EQ(boxes[1], image.regions[1].box);
  EXPECT_EQ(catalog_.cover_images(org_, std::vector{product})[0], job.image_id);
  EXPECT_EQ(embeddings_.product_vector(org_, product, {"tiny", 1}), HalfVector(4, 0x3c00));
  EXPECT_EQ(embeddings_.product_vector(org_, product, {"tiny", 2}), std::nullopt);
  const auto vectors = embeddings_.vectors_after(org_, {"tiny", 1}, {}, 10);
  ASSERT_EQ(vectors.size(), 3u);
  EXPECT_EQ(vectors[2].id, completion.added[2].id);
  EXPECT_EQ(vectors[2].vector, HalfVector(4, 0x3c02));
  EXPECT_EQ(vectors[2].region_id, image.regions[1].id);
  EXPECT_EQ(embeddings_.vectors_after(org_, {"tiny", 1}, vectors[0].id, 1).at(0).id, vectors[1].id);
  EXPECT_THAT(embeddings_.vectors_after(org_, {"tiny", 1}, vectors[2].id, 10), testing::IsEmpty());
}

TEST_F(PostgresJobTest, AReplacedPhotoGetsNewVectorsAndNamesTheOldOnes) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "photos/1.jpg")});
  imports_.accept_file(org_, import.id, "photos/1.jpg", "aa");
  const auto before = jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(1));
  const auto next = start_import(org_);
  upsert(next, {row_with_image("p1", "photos/1.jpg")});
  imports_.accept_file(org_, next.id, "photos/1.jpg", "bb");
  const auto after = jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(0));
  EXPECT_THAT(after.superseded, testing::UnorderedElementsAre(before.added[0].id, before.added[1].id));
  ASSERT_EQ(after.added.size(), 1u);
  EXPECT_GT(after.added[0].id, before.added[1].id);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 1);
  EXPECT_EQ(inspect("SELECT count(*) FROM regions"), "0");
}

TEST_F(PostgresJobTest, OneTextVectorPerProductAndPack) {
  upsert(start_import(org_), {row("p1", "Summer dress")});
  const auto first = jobs_.complete_text(*claim_one(Unit::understand, JobKind::text), {"tiny", 1}, HalfVector(4, 1));
  upsert(start_import(org_), {row("p1", "Winter dress")});
  const auto second = jobs_.complete_text(*claim_one(Unit::understand, JobKind::text), {"tiny", 1}, HalfVector(4, 2));
  EXPECT_THAT(second.superseded, testing::ElementsAre(first.added[0].id));
  EXPECT_EQ(second.added[0].level, Level::text);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 1);
}

TEST_F(PostgresJobTest, AFailedJobComesBackLaterAndIsGivenUpAtLast) {
  auto job = fetching();
  const RetryPolicy policy{.tries_max = 2,
                           .backoff_first = std::chrono::milliseconds(60'000),
                           .backoff_max = std::chrono::milliseconds(60'000)};
  const Error away(ErrorKind::unavailable, "the host does not answer");
  jobs_.fail(job, Stage::download, away, policy);
  EXPECT_EQ(state(job), "queued fetch 1");
  EXPECT_THAT(jobs_.claim(Unit::fetch, 10, seconds(60)), testing::IsEmpty()) << "it is not due yet";
  EXPECT_ERROR(jobs_.fail(job, Stage::download, away, policy), ErrorKind::conflict);
  inspect("UPDATE jobs SET run_after = now()");
  job = *claim_one(Unit::fetch, JobKind::image);
  EXPECT_EQ(job.tries, 2);
  jobs_.fail(job, Stage::download, away, policy);
  EXPECT_EQ(state(job), "dead fetch 2");
  const auto image = catalog_.image(org_, *job.image_id);
  EXPECT_EQ(image.state, "dead");
  EXPECT_EQ(image.last_error, "the host does not answer");
  EXPECT_EQ(inspect("SELECT stage || ' ' || error_kind FROM jobs WHERE kind = 'image'"), "download unavailable");
}

TEST_F(PostgresJobTest, AHostThatAsksToBeLeftAloneIs) {
  const auto job = fetching();
  jobs_.fail(job, Stage::download, Error(ErrorKind::rate_limited, "429"), {}, std::chrono::minutes(10));
  EXPECT_EQ(inspect("SELECT run_after BETWEEN now() + interval '9 min' AND now() + interval '11 min' FROM jobs"
                    " WHERE kind = 'image'"),
            "t");
}

TEST_F(PostgresJobTest, AReleasedJobHasLostNoTry) {
  const auto job = fetching();
  jobs_.release(job, Stage::download, Error(ErrorKind::unavailable, "the disk is full"), std::chrono::seconds(0));
  EXPECT_EQ(state(job), "queued fetch 0");
  EXPECT_EQ(inspect("SELECT last_error FROM jobs WHERE kind = 'image'"), "the disk is full");
  EXPECT_ERROR(jobs_.complete_fetch(job, "aa"), ErrorKind::conflict);
  EXPECT_EQ(claim_one(Unit::fetch, JobKind::image)->tries, 1);
}

TEST_F(PostgresJobTest, WhatCannotGetBetterIsGivenUpAtOnce) {
  const auto job = fetching();
  jobs_.fail(job, Stage::download, Error(ErrorKind::unsupported, "BMP is not taken"), {});
  EXPECT_EQ(state(job), "dead fetch 1");
}

TEST_F(PostgresJobTest, AJobWhoseWorkerDiedIsTakenOverAndTheDeadOneChangesNothing) {
  const auto lost = understanding();
  EXPECT_EQ(jobs_.sweep(), 0);
  expire_leases();
  EXPECT_GE(jobs_.sweep(), 1);
  const auto taken = *claim_one(Unit::understand, JobKind::image);
  EXPECT_EQ(taken.id, lost.id);
  EXPECT_EQ(taken.tries, lost.tries + 1);
  EXPECT_ERROR(jobs_.complete_image(lost, understood(0)), ErrorKind::conflict);
  EXPECT_ERROR(jobs_.fail(lost, Stage::embed, Error(ErrorKind::internal, "late"), {}), ErrorKind::conflict);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 0);
  EXPECT_EQ(jobs_.complete_image(taken, understood(0)).added.size(), 1u);
  EXPECT_ERROR(jobs_.complete_image(taken, understood(0)), ErrorKind::conflict);
}

TEST_F(PostgresJobTest, AHeartbeatKeepsTheLease) {
  const auto job = fetching();
  expire_leases();
  jobs_.heartbeat(std::vector{job}, seconds(60));
  EXPECT_EQ(inspect("SELECT lease_until > now() FROM jobs WHERE id = '" + job.id.uuid.to_string() + "'"), "t");
  expire_leases();
  auto stale = job;
  stale.tries = 7;
  jobs_.heartbeat(std::vector{stale}, seconds(60));
  EXPECT_EQ(inspect("SELECT lease_until > now() FROM jobs WHERE id = '" + job.id.uuid.to_string() + "'"), "f");
}

TEST_F(PostgresJobTest, AJobThatKillsItsWorkersIsGivenUpBySweep) {
  auto job = fetching();
  for (int i = 1; i < RetryPolicy{}.tries_max; ++i) {
    expire_leases();
    jobs_.sweep();
    job = *claim_one(Unit::fetch, JobKind::image);
  }
  expire_leases();
  jobs_.sweep();
  EXPECT_EQ(state(job), "dead fetch 5");
}

TEST_F(PostgresJobTest, SweepFinishesImportsWithNothingLeft) {
  const auto import = start_import(org_);
  upsert(import, {row("p1", "Title")});
  const auto feed = claim_one(Unit::fetch, JobKind::feed);
  imports_.finish_reading(org_, import.id, "");
  jobs_.complete_feed(*feed);
  catalog_.delete_product(org_, only_product());
  EXPECT_EQ(imports_.import(org_, import.id).state, "working");
  EXPECT_EQ(jobs_.sweep(), 0);
  EXPECT_EQ(imports_.import(org_, import.id).state, "done");
}

TEST_F(PostgresJobTest, TheLastTwoJobsAtOnceStillFinishTheImport) {
  for (int round = 0; round < 5; ++round) {
    const auto import = start_import(org_);
    const auto feed = claim_one(Unit::fetch, JobKind::feed);
    upsert(import, {row("p" + std::to_string(round), "Title"), row("q" + std::to_string(round), "Title")});
    imports_.finish_reading(org_, import.id, "");
    jobs_.complete_feed(*feed);
    const auto texts = jobs_.claim(Unit::understand, 10, seconds(60));
    ASSERT_EQ(texts.size(), 2u);
    {
      std::vector<std::jthread> workers;
      for (const auto& job : texts)
        workers.emplace_back([&, job] { jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1)); });
    }
    EXPECT_EQ(imports_.import(org_, import.id).state, "done");
  }
}

TEST_F(PostgresJobTest, QueueDepthsCountWhatIsNotDone) {
  upsert(start_import(org_), {row_with_image("p1", "photos/1.jpg"), row_with_image("p2", "photos/2.jpg")});
  std::map<std::pair<Unit, JobState>, long> depths;
  for (const auto& depth : jobs_.queue_depths()) depths[{depth.unit, depth.state}] = depth.count;
  EXPECT_EQ((depths[{Unit::fetch, JobState::waiting}]), 2);
  EXPECT_EQ((depths[{Unit::fetch, JobState::queued}]), 1);
  EXPECT_EQ((depths[{Unit::understand, JobState::queued}]), 2);
  EXPECT_EQ(depths.size(), 10u) << "what is empty is told as well";
  EXPECT_EQ((depths[{Unit::understand, JobState::dead}]), 0);
}

TEST_F(PostgresJobTest, QueueAgesAreThoseOfTheJobThatWaitsLongest) {
  EXPECT_EQ(jobs_.queue_ages().at(0).oldest_seconds, 0);
  upsert(start_import(org_), {row("p1", "Title"), row("p2", "Title")});
  inspect("UPDATE jobs SET run_after = now() - interval '1 min' WHERE kind = 'feed'");
  inspect(
      "UPDATE jobs SET run_after = now() - interval '1 hour' WHERE id = (SELECT min(id::text)::uuid FROM jobs"
      " WHERE kind = 'text')");
  const auto ages = jobs_.queue_ages();
  EXPECT_NEAR(ages.at(0).oldest_seconds, 60, 5);
  EXPECT_NEAR(ages.at(1).oldest_seconds, 3600, 5);
}

}  // namespace
}  // namespace likeness::test
