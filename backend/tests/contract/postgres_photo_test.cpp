#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

/// What the store knows of a photo's bytes: when they were asked for, and who has the same.
class PostgresPhotoTest : public PostgresTest {
 protected:
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
};

TEST_F(PostgresPhotoTest, APostponedJobKeepsItsTry) {
  const auto job = fetching();
  jobs_.release(job, Stage::download, Error(ErrorKind::unavailable, "the host rests"), std::chrono::seconds(60));
  EXPECT_EQ(state(job), "queued fetch 0");
  EXPECT_THAT(jobs_.claim(Unit::fetch, 10, seconds(60)), testing::IsEmpty()) << "it is not due yet";
  EXPECT_ERROR(jobs_.complete_fetch(job, "aa"), ErrorKind::conflict);
  EXPECT_EQ(catalog_.image(org_, *job.image_id).last_error, "the host rests");
  inspect("UPDATE jobs SET run_after = now()");
  const auto again = *claim_one(Unit::fetch, JobKind::image);
  EXPECT_EQ(again.tries, 1);
  jobs_.complete_fetch(again, "aa");
  EXPECT_EQ(state(job), "queued understand 0");
}

TEST_F(PostgresPhotoTest, AKnownPhotoIsAskedForAgainOnlyAfterAWhile) {
  const Validators said{.etag = "\"v1\"", .last_modified = "Sat, 01 Aug 2026 10:00:00 GMT"};
  const auto first = fetching();
  jobs_.complete_fetch(first, "aa", said);
  const auto before = jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(1));
  upsert(start_import(org_), {row_with_image("p1", "https://cdn.example/p1.jpg")});
  EXPECT_EQ(state(first).substr(0, 4), "done") << "it was asked for just now";

  inspect("UPDATE images SET checked_at = now() - interval '25 hours'");
  upsert(start_import(org_), {row_with_image("p1", "https://cdn.example/p1.jpg")});
  const auto recheck = *claim_one(Unit::fetch, JobKind::image);
  EXPECT_EQ(recheck.id, first.id);
  const auto details = jobs_.image_details(recheck);
  EXPECT_EQ(details.content_sha256, "aa");
  EXPECT_EQ(details.validators.etag, said.etag);
  EXPECT_EQ(details.validators.last_modified, said.last_modified);
  jobs_.complete_fetch(recheck, "aa", {.etag = "\"v2\""});
  EXPECT_EQ(state(first).substr(0, 4), "done") << "the same bytes: nothing downstream";
  EXPECT_EQ(inspect("SELECT etag || checked_at::date FROM images"), inspect("SELECT '\"v2\"' || now()::date"));
  EXPECT_EQ(embeddings_.vectors_after(org_, {"tiny", 1}, {}, 10).at(0).id, before.added[0].id);

  PostgresCatalogStore eager(worker_pool_, {.recheck = std::chrono::hours(0)});
  const auto next = start_import(org_);
  eager.upsert_rows(org_, next.source, next.id, std::vector{row_with_image("p1", "https://cdn.example/p1.jpg")});
  jobs_.complete_fetch(*claim_one(Unit::fetch, JobKind::image), "bb");
  const auto after = jobs_.complete_image(*claim_one(Unit::understand, JobKind::image), understood(0));
  EXPECT_THAT(after.superseded, testing::UnorderedElementsAre(before.added[0].id, before.added[1].id));
}

TEST_F(PostgresPhotoTest, TheSameBytesUnderAnotherAddressShareWhatIsKnown) {
  jobs_.complete_fetch(fetching("p1"), "aa");
  const auto original = *claim_one(Unit::understand, JobKind::image);
  EXPECT_FALSE(jobs_.image_details(original).has_twin);
  EXPECT_EQ(jobs_.complete_image_by_twin(original, {"tiny", 1}), std::nullopt);
  jobs_.complete_image(original, understood(2));

  jobs_.complete_fetch(fetching("p2"), "aa");
  const auto job = *claim_one(Unit::understand, JobKind::image);
  EXPECT_TRUE(jobs_.image_details(job).has_twin);
  EXPECT_EQ(jobs_.complete_image_by_twin(job, {"tiny", 2}), std::nullopt) << "the other pack knows nothing";
  const auto shared = jobs_.complete_image_by_twin(job, {"tiny", 1});
  ASSERT_TRUE(shared);
  ASSERT_EQ(shared->added.size(), 3u);
  EXPECT_EQ(state(job).substr(0, 4), "done");
  const auto left = catalog_.image(org_, *original.image_id), right = catalog_.image(org_, *job.image_id);
  EXPECT_EQ(right.perceptual_hash, left.perceptual_hash);
  EXPECT_EQ(right.colors, left.colors);
  EXPECT_EQ(right.width_px, 640);
  ASSERT_EQ(right.regions.size(), 2u);
  for (int i = 0; i < 2; ++i) {
    EXPECT_NE(right.regions[i].id, left.regions[i].id);
    EXPECT_EQ(right.regions[i].box, left.regions[i].box);
    EXPECT_EQ(shared->added[i + 1].region_id, right.regions[i].id);
    EXPECT_EQ(shared->added[i + 1].vector, HalfVector(4, static_cast<std::uint16_t>(0x3c01 + i)));
  }
  EXPECT_EQ(shared->added[0].product_id, right.product_id);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 6);
}

TEST_F(PostgresPhotoTest, NothingIsSharedAcrossOrgs) {
  jobs_.complete_image(understanding("aa"), understood(0));
  const auto second = identity_.create_org("second", "Second", "EUR").id;
  const auto import = start_import(second);
  worker_catalog_.upsert_rows(second, import.source, import.id,
                              std::vector{row_with_image("p1", "https://cdn.example/p1.jpg")});
  jobs_.complete_fetch(*claim_one(Unit::fetch, JobKind::image), "aa");
  const auto job = *claim_one(Unit::understand, JobKind::image);
  EXPECT_EQ(job.org_id, second);
  EXPECT_FALSE(jobs_.image_details(job).has_twin);
  EXPECT_EQ(jobs_.complete_image_by_twin(job, {"tiny", 1}), std::nullopt);
}

TEST_F(PostgresPhotoTest, APackReplacesItsOwnVectorsOnly) {
  const auto job = understanding("aa");
  const auto first = jobs_.complete_image(job, understood(2));
  const auto again = [&] {
    inspect("UPDATE jobs SET state = 'queued' WHERE kind = 'image'");
    return *claim_one(Unit::understand, JobKind::image);
  };
  auto by_other = understood(2, 0x3d00);
  by_other.pack = {"lite", 1};
  const auto other = jobs_.complete_image(again(), by_other);
  EXPECT_THAT(other.superseded, testing::IsEmpty());
  EXPECT_EQ(other.added[1].region_id, first.added[1].region_id) << "the same box is the same region";
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 3);
  EXPECT_EQ(embeddings_.count(org_, {"lite", 1}), 3);
  const auto third = jobs_.complete_image(again(), understood(1));
  EXPECT_EQ(third.superseded.size(), 3u);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 2);
  EXPECT_EQ(embeddings_.count(org_, {"lite", 1}), 2) << "its vector of the region that is gone went with it";
  inspect("UPDATE images SET content_sha256 = 'bb'");
  jobs_.complete_image(again(), understood(0));
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 1);
  EXPECT_EQ(embeddings_.count(org_, {"lite", 1}), 0) << "vectors of bytes that are gone help nobody";
}

}  // namespace
}  // namespace likeness::test
