#include <gmock/gmock.h>

#include <thread>

#include "adapters/process/child_process.hpp"
#include "adapters/process/private_redis.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/socket_probe.hpp"
#include "adapters/redis/redis_standing_cache.hpp"
#include "base/clock.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using Words = std::vector<std::optional<std::string>>;

const std::vector<std::string> kSubjects = {"ses_1", "org_1:usr_1"};
const Words kNothing(2, std::nullopt);

/// A Redis that keeps what SAVE wrote over its death.
class SavingRedis {
 public:
  SavingRedis() { start(); }
  void start() {
    server_.emplace(
        ChildOptions{.arguments = {require_program("redis-server", "redis-server"), "--port", port_, "--bind",
                                   "127.0.0.1", "--save", "", "--dir", directory_.path().string()},
                     .run_as = service_account()});
    ASSERT_TRUE(eventually([&] { return connections().command(std::vector<std::string>{"PING"}).has_value(); }));
  }
  void kill() {
    ::kill(server_->pid(), SIGKILL);
    server_->wait(std::chrono::seconds(5));
    server_.reset();
  }
  void command(const std::vector<std::string>& words) { ASSERT_TRUE(connections().command(words)); }
  std::string url() const { return "redis://127.0.0.1:" + port_; }

 private:
  RedisConnections connections() const { return {parse_redis_url(url()), milliseconds(1000), milliseconds(10), 1}; }

  ScratchDirectory directory_;
  std::string port_ = std::to_string(free_loopback_port());
  std::optional<ChildProcess> server_;
};

RedisStandingOptions options_of(const std::string& url) {
  return {.url = url, .pause = milliseconds(20), .kept = milliseconds(1500), .changing = milliseconds(4000)};
}

void keep_both(RedisStandingCache& cache) {
  cache.keep(kSubjects[0], "open");
  cache.keep(kSubjects[1], "editor");
}

TEST(StandingCache, KeepsWordsForAShortTime) {
  SavingRedis redis;
  RedisStandingCache cache(options_of(redis.url()));
  EXPECT_EQ(cache.get(kSubjects), kNothing);
  keep_both(cache);
  EXPECT_EQ(cache.get(kSubjects), (Words{"open", "editor"}));
  cache.keep(kSubjects[1], "owner");
  EXPECT_EQ(cache.get(kSubjects), (Words{"open", "editor"})) << "a word is never replaced by another one";
  cache.keep("empty", "");
  EXPECT_EQ(cache.get(std::vector<std::string>{"empty"}), Words{""});
  std::this_thread::sleep_for(milliseconds(1600));
  EXPECT_EQ(cache.get(kSubjects), kNothing);
}

TEST(StandingCache, AChangeActsAtOnceInEveryProcess) {
  SavingRedis redis;
  RedisStandingCache one(options_of(redis.url())), other(options_of(redis.url()));
  keep_both(one);
  EXPECT_EQ(other.get(kSubjects), (Words{"open", "editor"}));
  one.changes(kSubjects[0]);
  EXPECT_EQ(other.get(kSubjects), (Words{std::nullopt, "editor"}));
  // Who read the truth just before the change comes too late with it.
  other.keep(kSubjects[0], "open");
  one.keep(kSubjects[0], "open");
  EXPECT_EQ(other.get(kSubjects), (Words{std::nullopt, "editor"}));
  EXPECT_EQ(one.get(kSubjects), (Words{std::nullopt, "editor"}));
}

TEST(StandingCache, AWipedRedisRevivesNothingHere) {
  SavingRedis redis;
  RedisStandingCache cache(options_of(redis.url()));
  keep_both(cache);
  cache.changes(kSubjects[0]);
  redis.command({"FLUSHALL"});
  cache.keep(kSubjects[0], "open");
  EXPECT_EQ(cache.get(kSubjects), kNothing);
}

TEST(StandingCache, AChangeWhileRedisIsAwayHoldsAfterwards) {
  SavingRedis redis;
  RedisStandingCache cache(options_of(redis.url()));
  redis.command({"SET", "likeness:standing:" + kSubjects[0], "=open"});
  EXPECT_EQ(cache.get(kSubjects), (Words{"open", std::nullopt}));
  redis.command({"SAVE"});
  redis.kill();
  cache.changes(kSubjects[0]);
  EXPECT_EQ(cache.get(kSubjects), kNothing);
  redis.start();
  const Stopwatch watch;
  while (watch.milliseconds() < 3000) ASSERT_EQ(cache.get(kSubjects), kNothing) << watch.milliseconds();
}

TEST(StandingCache, ARedisWithOldDataRevivesNothingAnywhere) {
  SavingRedis redis;
  RedisStandingCache one(options_of(redis.url())), other(options_of(redis.url()));
  keep_both(one);
  EXPECT_EQ(other.get(kSubjects), (Words{"open", "editor"}));
  redis.command({"SAVE"});
  one.changes(kSubjects[0]);
  redis.kill();
  redis.start();
  const Stopwatch watch;
  while (watch.milliseconds() < 2500) {
    ASSERT_EQ(other.get(kSubjects)[0], std::nullopt) << watch.milliseconds();
    ASSERT_EQ(one.get(kSubjects)[0], std::nullopt) << watch.milliseconds();
  }
  EXPECT_TRUE(eventually([&] {
    other.keep(kSubjects[1], "viewer");
    return other.get(kSubjects)[1] == "viewer";
  })) << "words are kept again";
}

TEST(StandingCache, WithoutRedisThereAreNoWordsAndNoWaiting) {
  RedisStandingCache cache({.url = "unix:///nonexistent/redis.sock"});
  const Stopwatch watch;
  for (int i = 0; i < 1000; ++i) {
    keep_both(cache);
    ASSERT_EQ(cache.get(kSubjects), kNothing);
    cache.changes(kSubjects[0]);
  }
  EXPECT_LT(watch.milliseconds(), 1000);
}

TEST(StandingCache, RemembersABoundedNumberOfChanges) {
  SavingRedis redis;
  auto options = options_of(redis.url());
  options.marks_max = 3;
  RedisStandingCache cache(options);
  keep_both(cache);
  for (int i = 0; i < 10; ++i) cache.changes("ses_" + std::to_string(100 + i));
  redis.command({"FLUSHALL"});
  keep_both(cache);
  EXPECT_EQ(cache.get(kSubjects), kNothing) << "beyond the bound nothing is believed for a while";
}

TEST(StandingCache, ALookTakesLittle) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  RedisStandingCache cache({.url = redis.url()});
  keep_both(cache);
  constexpr int kLooks = 2000;
  const Stopwatch watch;
  for (int i = 0; i < kLooks; ++i) ASSERT_EQ(cache.get(kSubjects)[0], "open");
  const double microseconds = watch.milliseconds() * 1000 / kLooks;
  RecordProperty("microseconds_per_look", std::to_string(microseconds));
  EXPECT_LT(microseconds, 2000);
}

}  // namespace
}  // namespace likeness::tests
