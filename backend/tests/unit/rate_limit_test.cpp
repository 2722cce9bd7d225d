#include <gmock/gmock.h>

#include <fmt/format.h>

#include "adapters/memory/memory_rate_limiter.hpp"

namespace likeness {
namespace {

using namespace std::chrono_literals;

/// A limiter whose clock only moves when it is told to.
struct Timed {
  std::chrono::microseconds time{1'000'000};
  MemoryRateLimiter limiter;

  explicit Timed(std::size_t entries_max = 1000) : limiter(entries_max, [this] { return time; }) {}

  RateVerdict take(const std::string& key, RateLimit limit) {
    const RateBudget budget{key, limit};
    return limiter.take({&budget, 1});
  }
  int admitted(const std::string& key, RateLimit limit, int requests) {
    int count = 0;
    for (int i = 0; i < requests; ++i) count += take(key, limit).admitted;
    return count;
  }
};

TEST(RateLimit, AdmitsTheBurstAndThenTheAverageRate) {
  Timed timed;
  const RateLimit limit{60, 5};
  EXPECT_EQ(timed.admitted("a", limit, 20), 5);
  timed.time += 999ms;
  EXPECT_EQ(timed.admitted("a", limit, 20), 0);
  timed.time += 1ms;
  EXPECT_EQ(timed.admitted("a", limit, 20), 1);
  timed.time += 3s;
  EXPECT_EQ(timed.admitted("a", limit, 20), 3);
  timed.time += 1h;
  EXPECT_EQ(timed.admitted("a", limit, 20), 5);
}

TEST(RateLimit, TellsWhatIsLeftAndWhenToComeBack) {
  Timed timed;
  const RateLimit limit{60, 3};
  const auto first = timed.take("a", limit);
  EXPECT_EQ(first.limit, 3);
  EXPECT_EQ(first.remaining, 2);
  EXPECT_EQ(first.full_in, 1s);
  timed.admitted("a", limit, 2);
  timed.time += 400ms;
  const auto refused = timed.take("a", limit);
  EXPECT_FALSE(refused.admitted);
  EXPECT_EQ(refused.remaining, 0);
  EXPECT_EQ(refused.retry_after, 600ms);
  EXPECT_EQ(refused.full_in, 2600ms);
  timed.time += refused.retry_after;
  EXPECT_TRUE(timed.take("a", limit).admitted);
}

TEST(RateLimit, KeysDoNotShare) {
  Timed timed;
  EXPECT_EQ(timed.admitted("a", {1, 2}, 5), 2);
  EXPECT_EQ(timed.admitted("b", {1, 2}, 5), 2);
}

TEST(RateLimit, ARequestThatOneBudgetRefusesCountsAgainstNone) {
  Timed timed;
  const std::vector<RateBudget> budgets = {{"user", {1, 10}}, {"org", {1, 2}}};
  int admitted = 0;
  RateVerdict last;
  for (int i = 0; i < 6; ++i) {
    last = timed.limiter.take(budgets);
    admitted += last.admitted;
  }
  EXPECT_EQ(admitted, 2);
  EXPECT_EQ(last.limit, 2);
  EXPECT_EQ(timed.take("user", {1, 10}).remaining, 10 - 2 - 1);
}

TEST(RateLimit, OfTwoAdmissionsTheOneNearerToItsEndIsTold) {
  Timed timed;
  const std::vector<RateBudget> budgets = {{"user", {1, 3}}, {"org", {1, 50}}};
  EXPECT_EQ(timed.limiter.take(budgets).limit, 3);
}

TEST(RateLimit, TheProcessForgetsWhatIsFullAgainAndStaysInItsBound) {
  Timed timed(100);
  for (int i = 0; i < 50; ++i) timed.take(fmt::format("old {}", i), {60, 5});
  EXPECT_EQ(timed.limiter.size(), 50u);
  timed.time += 1s;
  timed.take("new", {60, 5});
  EXPECT_EQ(timed.limiter.size(), 1u);
  EXPECT_EQ(timed.admitted("greedy", {60, 50}, 80), 50);
  for (int i = 0; i < 1000; ++i) timed.take(fmt::format("many {}", i), {60, 5});
  EXPECT_EQ(timed.limiter.size(), 100u);
  EXPECT_FALSE(timed.take("greedy", {60, 50}).admitted);
}

}  // namespace
}  // namespace likeness
