#include <gmock/gmock.h>

#include <thread>

#include "adapters/memory/memory_cache.hpp"
#include "adapters/process/command.hpp"
#include "adapters/process/private_redis.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/socket_probe.hpp"
#include "adapters/redis/redis_cache.hpp"
#include "base/clock.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const OrgId kOrg = OrgId::generate();
const OrgId kOther = OrgId::generate();

void expect_a_cache(Cache& cache) {
  const std::string binary("a\0b\r\n", 5);
  cache.put(kOrg, "key with spaces", binary, seconds(60));
  EXPECT_EQ(cache.get(kOrg, "key with spaces"), binary);
  EXPECT_EQ(cache.get(kOther, "key with spaces"), std::nullopt);
  cache.put(kOrg, "key with spaces", "", seconds(60));
  EXPECT_EQ(cache.get(kOrg, "key with spaces"), "");
  cache.remove(kOrg, "key with spaces");
  EXPECT_EQ(cache.get(kOrg, "key with spaces"), std::nullopt);
  cache.put(kOrg, "gone at once", "x", seconds(0));
  EXPECT_EQ(cache.get(kOrg, "gone at once"), std::nullopt);
  cache.put(kOrg, "short", "x", seconds(1));
  EXPECT_EQ(cache.get(kOrg, "short"), "x");
  std::this_thread::sleep_for(milliseconds(1050));
  EXPECT_EQ(cache.get(kOrg, "short"), std::nullopt);
  EXPECT_TRUE(cache.healthy());
}

TEST(MemoryCache, IsACache) {
  MemoryCache cache(1 << 20);
  expect_a_cache(cache);
}

TEST(MemoryCache, StaysInItsBoundAndDropsWhatWasNotUsed) {
  MemoryCache cache(10'000);
  cache.put(kOrg, "used", "x", seconds(60));
  for (int i = 0; i < 100; ++i) {
    cache.put(kOrg, std::to_string(i), std::string(500, 'x'), seconds(60));
    EXPECT_TRUE(cache.get(kOrg, "used"));
  }
  EXPECT_FALSE(cache.get(kOrg, "0"));
  EXPECT_TRUE(cache.get(kOrg, "99"));
  cache.put(kOrg, "99", std::string(5000, 'x'), seconds(60));
  EXPECT_FALSE(cache.get(kOrg, "99"));
}

TEST(RedisCache, IsACacheAndSurvivesTheDeathOfRedis) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  MemoryCache memory(1 << 20);
  RedisCache alone({.url = redis.url()});
  RedisCache cache({.url = redis.url()}, &memory);
  expect_a_cache(cache);
  cache.put(kOrg, "page", "in Redis", seconds(60));
  EXPECT_FALSE(memory.get(kOrg, "page"));

  kill_hard(redis);
  const Stopwatch watch;
  EXPECT_FALSE(cache.healthy());
  EXPECT_EQ(alone.get(kOrg, "page"), std::nullopt);
  EXPECT_NO_THROW(alone.put(kOrg, "page", "lost", seconds(60)));
  cache.put(kOrg, "page", "in memory", seconds(60));
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(cache.get(kOrg, "page"), "in memory");
  EXPECT_LT(watch.milliseconds(), 600);

  redis.keep_alive();
  EXPECT_TRUE(eventually([&] { return cache.healthy() && alone.healthy(); }));
  EXPECT_EQ(cache.get(kOrg, "page"), "in memory");
  cache.put(kOrg, "page", "newer", seconds(60));
  EXPECT_EQ(alone.get(kOrg, "page"), "newer");
  EXPECT_FALSE(memory.get(kOrg, "page"));

  // A restart between two calls is not noticed at all: the broken connection is replaced.
  redis.stop();
  redis.start();
  EXPECT_TRUE(cache.healthy());
}

TEST(RedisCache, AHangingRedisCostsItsTimeoutOnceASecond) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  RedisCache cache({.url = redis.url()});
  EXPECT_TRUE(cache.healthy());
  ::kill(redis.pid(), SIGSTOP);
  const Stopwatch watch;
  for (int i = 0; i < 100; ++i) cache.get(kOrg, "page");
  EXPECT_LT(watch.milliseconds(), 800);
  ::kill(redis.pid(), SIGCONT);
  EXPECT_TRUE(eventually([&] { return cache.healthy(); }));
}

TEST(RedisCache, SpeaksTcpWithAPassword) {
  const ScratchDirectory directory;
  const std::string port = std::to_string(free_loopback_port());
  ChildProcess server(
      {.arguments = {require_program("redis-server", "redis-server"), "--port", port, "--bind", "127.0.0.1",
                     "--requirepass", "secret", "--save", "", "--dir", directory.path().string()},
       .run_as = service_account()});
  RedisCache cache({.url = "redis://127.0.0.1:" + port + "/3", .password = "secret", .pause = milliseconds(20)});
  EXPECT_TRUE(eventually([&] { return cache.healthy(); }));
  cache.put(kOrg, "k", "v", seconds(60));
  EXPECT_EQ(RedisCache({.url = "redis://:secret@localhost:" + port + "/3"}).get(kOrg, "k"), "v");
  EXPECT_FALSE(RedisCache({.url = "redis://127.0.0.1:" + port}).healthy());
}

TEST(RedisCache, ReadsItsUrl) {
  const RedisAddress address = parse_redis_url("redis://user:p@ss@[::1]:7000/12");
  EXPECT_EQ(address.user, "user");
  EXPECT_EQ(address.password, "p@ss");
  EXPECT_EQ(address.host, "::1");
  EXPECT_EQ(address.port, 7000);
  EXPECT_EQ(address.database, 12);
  EXPECT_EQ(parse_redis_url("redis://cache").port, 6379);
  EXPECT_EQ(parse_redis_url("unix:///run/redis.sock").socket_path, "/run/redis.sock");
  EXPECT_EQ(kind_thrown([] { parse_redis_url("rediss://cache"); }), ErrorKind::unsupported);
  for (const char* url : {"", "cache:6379", "http://cache", "redis://", "redis://cache:port", "redis://cache:99999",
                          "redis://cache/x", "unix://relative"})
    EXPECT_EQ(kind_thrown([&] { parse_redis_url(url); }), ErrorKind::invalid_argument) << url;
}

}  // namespace
}  // namespace likeness::tests
