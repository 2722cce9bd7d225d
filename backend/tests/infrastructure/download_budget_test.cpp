#include <gmock/gmock.h>

#include "adapters/curl/byte_budget.hpp"
#include "adapters/curl/host_table.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;

TEST(DownloadBudgetTest, TheBudgetOfBytesIsHeldAndGivenBack) {
  const auto budget = std::make_shared<ByteBudget>(100);
  int released = 0;
  budget->on_release([&] { ++released; });
  BudgetShare waiting(budget);
  {
    BudgetShare first(budget);
    EXPECT_TRUE(first.grow(80, false));
    EXPECT_FALSE(waiting.grow(30, false));
    EXPECT_TRUE(waiting.grow(10, false));
    EXPECT_TRUE(first.grow(50, true));
    EXPECT_FALSE(budget->has_room());
    EXPECT_FALSE(budget->has_delivered());
    BudgetShare whole = std::move(first);
    whole.deliver();
    EXPECT_TRUE(budget->has_delivered());
    EXPECT_EQ(released, 0);
  }
  EXPECT_EQ(released, 1);
  EXPECT_FALSE(budget->has_delivered());
  EXPECT_TRUE(waiting.grow(90, false));
}

TEST(DownloadBudgetTest, ARestThatNeverEndsCostsTriesAtLast) {
  HostTable hosts({.pause = milliseconds(1000), .pause_max = milliseconds(4000), .free_rests_max = 2});
  auto now = HostTable::Clock::now();
  std::vector<long> pauses;
  for (int i = 0; i < 4; ++i) {
    pauses.push_back(hosts.note_refusal("shop:443", milliseconds(0), now).count());
    EXPECT_EQ(hosts.rest("shop:443", now)->is_free, i < 2);
    now += milliseconds(pauses.back());
    EXPECT_FALSE(hosts.rest("shop:443", now));
  }
  EXPECT_THAT(pauses, ::testing::ElementsAre(1000, 2000, 4000, 4000));
  hosts.note_answer("shop:443");
  EXPECT_EQ(hosts.note_refusal("shop:443", milliseconds(0), now), milliseconds(1000));
  EXPECT_FALSE(hosts.rest("other:443", now));
}

}  // namespace
}  // namespace likeness::tests
