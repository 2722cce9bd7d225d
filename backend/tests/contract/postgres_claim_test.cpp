#include <algorithm>
#include <cstdlib>
#include <map>

#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresClaimTest : public PostgresTest {
 protected:
  OrgId make_org(const std::string& slug) { return identity_.create_org(slug, slug, "EUR").id; }

  /// An org with so many text jobs, its feed being read.
  void queue(OrgId org, int count, const std::string& prefix = "p") {
    const auto import = start_import(org);
    claim_one(Unit::fetch, JobKind::feed);
    std::vector<CatalogRow> rows;
    for (int i = 0; i < count; ++i) rows.push_back(row(prefix + std::to_string(i), "Title"));
    upsert(org, import, rows);
  }
  std::map<OrgId, int> claim(int limit, ClaimTurn turn = {}) {
    std::map<OrgId, int> counts;
    for (const auto& job : jobs_.claim(Unit::understand, limit, seconds(60), turn)) ++counts[job.org_id];
    return counts;
  }
};

TEST_F(PostgresClaimTest, OrgsShareAClaimWhateverTheirBacklog) {
  const auto small = make_org("small"), third = make_org("third");
  queue(org_, 100);
  queue(small, 5);
  queue(third, 50);
  EXPECT_EQ(claim(6), (std::map<OrgId, int>{{org_, 2}, {small, 2}, {third, 2}}));
  EXPECT_EQ(claim(9), (std::map<OrgId, int>{{org_, 3}, {small, 3}, {third, 3}}));
  EXPECT_EQ(claim(6), (std::map<OrgId, int>{{org_, 3}, {third, 3}})) << "the small one is through";
}

TEST_F(PostgresClaimTest, OrgsTakeTurnsWhereAClaimIsForOneJob) {
  const auto second = make_org("second"), third = make_org("third");
  queue(org_, 20);
  queue(second, 20);
  queue(third, 20);
  std::map<OrgId, int> counts;
  for (int i = 0; i < 9; ++i)
    for (const auto& [org, count] : claim(1)) counts[org] += count;
  EXPECT_EQ(counts, (std::map<OrgId, int>{{org_, 3}, {second, 3}, {third, 3}}));
}

TEST_F(PostgresClaimTest, AnOrgWhoseJobsTakeLongGetsNoMoreWorkers) {
  const auto second = make_org("second");
  queue(org_, 20);
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{org_, 4}}));
  queue(second, 20);
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{second, 4}})) << "it has none in work yet";
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{org_, 2}, {second, 2}}));
}

TEST_F(PostgresClaimTest, OrgsThatWaitForALaterTryAreInNobodysWay) {
  for (int i = 0; i < 40; ++i) queue(make_org("later-" + std::to_string(i)), 1);
  inspect("UPDATE jobs SET run_after = now() + interval '1 hour' WHERE kind = 'text'");
  const auto last = make_org("last");
  queue(last, 3);
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{last, 3}}));
}

TEST_F(PostgresClaimTest, SmallUpdatesGoBeforeBulk) {
  const auto small = make_org("small");
  queue(org_, 201);
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE kind = 'text' AND priority = 1"), "201");
  queue(small, 10);
  EXPECT_EQ(claim(8), (std::map<OrgId, int>{{small, 8}}));
  queue(org_, 1, "new");
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{small, 2}, {org_, 1}})) << "they take no bulk along";
  EXPECT_EQ(claim(4), (std::map<OrgId, int>{{org_, 4}}));
}

TEST_F(PostgresClaimTest, BulkHasItsTurn) {
  const auto small = make_org("small");
  queue(org_, 201);
  queue(small, 10);
  EXPECT_EQ(claim(4, {.feeds = true, .bulk_first = true}), (std::map<OrgId, int>{{org_, 4}}));
}

TEST_F(PostgresClaimTest, RowsAfterTheFirstOnesAreBulk) {
  const auto import = start_import(org_);
  upsert(import, {row("p1", "Title")});
  imports_.record_rows(org_, import.id, {.rows_read = 200, .products_created = 1});
  upsert(import, {row("p2", "Title")});
  EXPECT_EQ(inspect("SELECT string_agg(priority::text, ' ' ORDER BY priority) FROM jobs WHERE kind = 'text'"), "0 1");
  upsert(start_import(org_), {row("p1", "Title"), row("p2", "Title")});
  EXPECT_EQ(inspect("SELECT string_agg(priority::text, ' ' ORDER BY priority) FROM jobs WHERE kind = 'text'"), "0 0")
      << "a small update of the same products takes them along";
}

TEST_F(PostgresClaimTest, AFeedIsClaimedAlone) {
  upsert(start_import(org_), {row_with_image("p1", "https://cdn.example/1.jpg")});
  start_import(org_);
  const auto first = jobs_.claim(Unit::fetch, 10, seconds(60), {.feeds = false, .bulk_first = false});
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].kind, JobKind::image);
  for (int i = 0; i < 2; ++i) {
    const auto feed = jobs_.claim(Unit::fetch, 10, seconds(60));
    ASSERT_EQ(feed.size(), 1u);
    EXPECT_EQ(feed[0].kind, JobKind::feed);
  }
  EXPECT_THAT(jobs_.claim(Unit::fetch, 10, seconds(60)), testing::IsEmpty());
}

/// A thousand orgs; LIKENESS_TEST_JOBS asks for a longer queue.
TEST_F(PostgresClaimTest, AClaimIsCheapHoweverLongTheQueue) {
  const char* asked = std::getenv("LIKENESS_TEST_JOBS");
  const std::string count = asked ? asked : "100000";
  // Rows without their products: the triggers that would miss them are off for this connection.
  inspect(
      "SET session_replication_role = replica;"
      "INSERT INTO jobs (org_id, id, kind, unit, state, priority, import_id, product_id, run_after)"
      " SELECT overlay(md5((CASE WHEN n % 2 = 0 THEN 0 ELSE n / 2 % 1000 END)::text) placing '7' from 13)::uuid,"
      "        gen_random_uuid(), 'text', 'understand', 'queued', (n % 7 <> 0)::int, gen_random_uuid(),"
      "        gen_random_uuid(), now() - n * interval '1 ms' FROM generate_series(1, " +
      count + ") AS n; ANALYZE jobs");
  std::vector<double> seconds_taken;
  std::map<OrgId, int> orgs;
  for (int i = 0; i < 100; ++i) {
    const Stopwatch watch;
    for (const auto& job : jobs_.claim(Unit::understand, 4, seconds(60), {.feeds = true, .bulk_first = i % 4 == 0}))
      ++orgs[job.org_id];
    seconds_taken.push_back(watch.seconds());
  }
  std::ranges::sort(seconds_taken);
  std::cout << count << " jobs: a claim takes " << seconds_taken[50] * 1000 << " ms, p95 " << seconds_taken[95] * 1000
            << " ms\n";
  EXPECT_LE(std::ranges::max_element(orgs, {}, [](const auto& org) { return org.second; })->second, 2);
  EXPECT_LT(seconds_taken[50], 0.05);
  const Stopwatch watch;
  jobs_.queue_ages();
  std::cout << "the oldest is found in " << watch.seconds() * 1000 << " ms\n";
}

}  // namespace
}  // namespace likeness::test
