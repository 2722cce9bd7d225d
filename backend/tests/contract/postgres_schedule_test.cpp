#include <atomic>
#include <thread>

#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/schedule_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

class PostgresScheduleTest : public PostgresTest {
 protected:
  SourceId schedule(OrgId org, const std::string& name, TimePoint due_at, bool paused = false) {
    const auto id = SourceId::generate();
    FeedSetup setup;
    setup.name = name;
    setup.url = "https://feeds.example/" + name;
    setup.schedule = {"@hourly", "Europe/Berlin"};
    setup.paused = paused;
    feeds_.create(org, id, setup, {}, due_at, 1000);
    return id;
  }

  PostgresFeedStore feeds_{app_pool_};
  PostgresScheduleStore schedules_{worker_pool_};
};

TEST_F(PostgresScheduleTest, OnlyWhatIsDueAndNotPausedIsTakenFromWhicheverOrg) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto long_due = schedule(other, "b", now() - 2h);
  const auto due = schedule(org_, "a", now() - 1h);
  schedule(org_, "later", now() + 1h);
  schedule(org_, "paused", now() - 3h, true);
  const auto first = schedules_.claim(1, 60s);
  ASSERT_THAT(first, SizeIs(1));
  EXPECT_EQ(first[0].subject, long_due.uuid) << "the longest due first";
  EXPECT_EQ(first[0].org_id, other);
  EXPECT_EQ(first[0].kind, "pull_feed");
  EXPECT_EQ(first[0].cron, "@hourly");
  EXPECT_EQ(first[0].time_zone, "Europe/Berlin");
  const auto second = schedules_.claim(10, 60s);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].subject, due.uuid);
  EXPECT_THAT(schedules_.claim(10, 60s), IsEmpty());
}

TEST_F(PostgresScheduleTest, TwoServersNeverRunOneTwice) {
  for (int i = 0; i < 60; ++i) schedule(org_, "feed-" + std::to_string(i), now() - 1h);
  std::atomic<int> taken = 0;
  {
    std::vector<std::jthread> servers;
    for (int i = 0; i < 4; ++i)
      servers.emplace_back([&] {
        PostgresConnectionPool pool({.url = PostgresCluster::instance().url("likeness_worker", database_)});
        PostgresScheduleStore own(pool);
        for (int empty = 0; empty < 3;) {
          const auto some = own.claim(4, 60s);
          if (some.empty()) ++empty;
          taken += static_cast<int>(some.size());
          for (const auto& one : some) own.finish(one, now() + 1h);
        }
      });
  }
  EXPECT_EQ(taken, 60);
  EXPECT_EQ(inspect("SELECT count(*) FROM schedules WHERE next_run_at > now() AND last_run_at IS NOT NULL"), "60");
}

TEST_F(PostgresScheduleTest, WhatADeadServerHeldIsStillDueAtItsTime) {
  schedule(org_, "a", now() - 1h);
  const auto dead = schedules_.claim(1, 60s).at(0);
  inspect("UPDATE schedules SET lease_until = now() - interval '1 s'");
  const auto heir = schedules_.claim(1, 60s).at(0);
  EXPECT_EQ(heir.due_at, dead.due_at) << "so that the work can tell that it was asked for before";
  schedules_.finish(dead, now() + 5h);
  EXPECT_EQ(inspect("SELECT next_run_at < now() FROM schedules"), "t") << "it does not hold it any more";
  schedules_.finish(heir, now() + 1h);
  EXPECT_EQ(inspect("SELECT next_run_at > now() AND lease_until IS NULL FROM schedules"), "t");
}

TEST_F(PostgresScheduleTest, AChangeMeanwhileWins) {
  const auto id = schedule(org_, "a", now() - 1h);
  const auto held = schedules_.claim(1, 60s).at(0);
  auto setup = feeds_.feed(org_, id).setup;
  setup.paused = true;
  feeds_.update(org_, id, setup, std::nullopt, now() + 3h);
  schedules_.finish(held, now() + 1h);
  EXPECT_EQ(inspect("SELECT paused AND next_run_at > now() + interval '2 h' FROM schedules"), "t");
  EXPECT_FALSE(feeds_.feed(org_, id).next_pull_at);
}

TEST_F(PostgresScheduleTest, WithoutANextTimeItIsPaused) {
  schedule(org_, "a", now() - 1h);
  schedules_.finish(schedules_.claim(1, 60s).at(0), std::nullopt);
  EXPECT_THAT(schedules_.claim(1, 60s), IsEmpty());
  EXPECT_EQ(inspect("SELECT paused FROM schedules"), "t");
}

TEST_F(PostgresScheduleTest, AFeedWithoutScheduleHasNoRow) {
  const auto id = schedule(org_, "a", now() - 1h);
  auto setup = feeds_.feed(org_, id).setup;
  setup.schedule.reset();
  feeds_.update(org_, id, setup, std::nullopt, std::nullopt);
  EXPECT_EQ(inspect("SELECT count(*) FROM schedules"), "0");
}

}  // namespace
}  // namespace likeness::test
