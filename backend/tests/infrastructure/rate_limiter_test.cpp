#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "adapters/memory/memory_rate_limiter.hpp"
#include "adapters/process/private_redis.hpp"
#include "adapters/redis/redis_rate_limiter.hpp"
#include "base/clock.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;

/// Requests from several threads at once; how many were admitted.
int admitted_at_once(RateLimiter& limiter, const std::vector<RateBudget>& budgets, int threads, int requests) {
  std::atomic<int> admitted = 0;
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < threads; ++i)
      clients.emplace_back([&] {
        for (int j = 0; j < requests; ++j) admitted += limiter.take(budgets).admitted;
      });
  }
  return admitted;
}

TEST(RedisRateLimiter, SeveralServersShareOneBurst) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  // A fallback that never refuses would show.
  MemoryRateLimiter unused(100);
  RedisRateLimiter one(redis.url(), unused);
  RedisRateLimiter other(redis.url(), unused);
  const std::vector<RateBudget> budgets = {{"org:user", {1, 30}}, {"org", {1, 1000}}};
  std::atomic<int> admitted = 0;
  {
    const std::jthread first([&] { admitted += admitted_at_once(one, budgets, 4, 20); });
    const std::jthread second([&] { admitted += admitted_at_once(other, budgets, 4, 20); });
  }
  EXPECT_EQ(admitted, 30);
  EXPECT_EQ(unused.size(), 0u);
  const auto refused = one.take(budgets);
  EXPECT_FALSE(refused.admitted);
  EXPECT_GT(refused.retry_after, std::chrono::seconds(50));
  EXPECT_LE(refused.retry_after, std::chrono::seconds(60));
  // What one budget refused was not counted against the other, and other keys are not concerned.
  EXPECT_EQ(one.take(std::vector<RateBudget>{budgets[1]}).remaining, 1000 - 30 - 1);
  EXPECT_TRUE(one.take(std::vector<RateBudget>{{"other:user", {1, 30}}, {"other", {1, 1000}}}).admitted);
}

TEST(RedisRateLimiter, ComesBackAtTheAverageRate) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  MemoryRateLimiter unused(100);
  RedisRateLimiter limiter(redis.url(), unused);
  const std::vector<RateBudget> budgets = {{"key", {600, 2}}};
  EXPECT_TRUE(limiter.take(budgets).admitted);
  EXPECT_EQ(limiter.take(budgets).remaining, 0);
  const auto refused = limiter.take(budgets);
  ASSERT_FALSE(refused.admitted);
  std::this_thread::sleep_for(refused.retry_after + milliseconds(1));
  EXPECT_TRUE(limiter.take(budgets).admitted);
  EXPECT_FALSE(limiter.take(budgets).admitted);
}

TEST(RedisRateLimiter, TheProcessCountsWhileRedisIsAway) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  MemoryRateLimiter memory(100);
  RedisRateLimiter limiter(redis.url(), memory);
  const std::vector<RateBudget> budgets = {{"key", {1, 5}}};
  EXPECT_EQ(admitted_at_once(limiter, budgets, 1, 10), 5);
  kill_hard(redis);
  const Stopwatch watch;
  EXPECT_EQ(admitted_at_once(limiter, budgets, 2, 10), 5);
  EXPECT_LT(watch.milliseconds(), 600);
  redis.keep_alive();
  EXPECT_TRUE(eventually([&] { return limiter.take(budgets).admitted; }));
}

}  // namespace
}  // namespace likeness::tests
