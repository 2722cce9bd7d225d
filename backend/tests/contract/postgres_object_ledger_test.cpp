#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresObjectLedgerTest : public PostgresTest {
 protected:
  std::vector<std::string> collected(seconds grace = seconds(0)) {
    std::vector<std::string> removed;
    ledger_.collect(grace, 100, [&](OrgId org, const std::string& sha256) {
      EXPECT_EQ(org, org_);
      removed.push_back(sha256);
    });
    std::ranges::sort(removed);
    return removed;
  }
};

TEST_F(PostgresObjectLedgerTest, OnlyBytesThatNoImageHasAreRemovedAndOnlyAfterTheTimeOfGrace) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "photos/1.jpg"), row_with_image("p2", "photos/2.jpg")});
  for (const std::string sha256 : {"aa", "stray"}) ledger_.note(org_, sha256);
  imports_.accept_file(org_, import.id, "photos/1.jpg", "aa");
  EXPECT_THAT(collected(seconds(60)), testing::IsEmpty());
  EXPECT_THAT(collected(), testing::ElementsAre("stray"));
  EXPECT_EQ(inspect("SELECT count(*) FROM unowned_objects"), "0");

  ledger_.note(org_, "aa");
  imports_.accept_file(org_, import.id, "photos/2.jpg", "aa");
  catalog_.delete_product(org_, only_product());
  EXPECT_THAT(collected(), testing::IsEmpty()) << "another photo has the same bytes";
  catalog_.delete_product(org_, only_product());
  EXPECT_THAT(collected(), testing::ElementsAre("aa"));
}

TEST_F(PostgresObjectLedgerTest, BytesThatAnImageLetsGoOfAreRemoved) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "https://cdn.example/1.jpg")});
  jobs_.complete_fetch(*claim_one(Unit::fetch, JobKind::image), "aa");
  inspect("UPDATE images SET content_sha256 = 'bb'");
  EXPECT_THAT(collected(), testing::ElementsAre("aa"));
}

TEST_F(PostgresObjectLedgerTest, AnOrgsRemovalIsNotInItsWay) {
  const auto import = start_import(org_);
  upsert(import, {row_with_image("p1", "https://cdn.example/1.jpg")});
  jobs_.complete_fetch(*claim_one(Unit::fetch, JobKind::image), "aa");
  ledger_.note(org_, "bb");
  erase(org_, "acme");
  EXPECT_EQ(inspect("SELECT count(*) FROM unowned_objects"), "0");
}

}  // namespace
}  // namespace likeness::test
