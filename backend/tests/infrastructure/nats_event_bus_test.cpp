#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "adapters/nats/nats_event_bus.hpp"
#include "adapters/process/private_nats.hpp"
#include "base/clock.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;

class NatsEventBusTest : public ::testing::Test {
 protected:
  ScratchDirectory directory;
  PrivateNats nats{options_in(directory)};
  int messages = 0;

  NatsOptions bus_options() { return {.url = nats.url(), .token = nats.token()}; }

  void publish(NatsEventBus& bus, const std::string& unit = "understand") {
    bus.publish("ingest." + unit + ".0190", "message-" + std::to_string(++messages), "{}", "");
  }

  bool try_publish(NatsEventBus& bus) {
    try {
      publish(bus);
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  /// Milliseconds that a wait took.
  static double wait(NatsEventBus& bus, Unit unit, int timeout_ms) {
    const Stopwatch watch;
    bus.wait_for_work(unit, milliseconds(timeout_ms));
    return watch.milliseconds();
  }
};

TEST_F(NatsEventBusTest, WakesTheUnitThatWasPublishedFor) {
  nats.start();
  NatsEventBus bus(bus_options());
  EXPECT_TRUE(bus.healthy());
  publish(bus);
  EXPECT_LT(wait(bus, Unit::understand, 3000), 1000);
  EXPECT_GE(wait(bus, Unit::understand, 150), 145) << "one message, one wake-up";
  EXPECT_GE(wait(bus, Unit::fetch, 150), 145);

  std::jthread later([&] {
    std::this_thread::sleep_for(milliseconds(200));
    publish(bus, "fetch");
  });
  const double waited = wait(bus, Unit::fetch, 3000);
  EXPECT_GE(waited, 150);
  EXPECT_LT(waited, 600);

  for (int i = 0; i < 30; ++i) publish(bus);
  EXPECT_LT(wait(bus, Unit::understand, 3000), 1000);
  EXPECT_GE(wait(bus, Unit::understand, 150), 145) << "what came together wakes once";
}

TEST_F(NatsEventBusTest, DropsARepetition) {
  nats.start();
  NatsEventBus bus(bus_options());
  bus.publish("ingest.fetch.1", "same", "{}", "");
  EXPECT_LT(wait(bus, Unit::fetch, 3000), 1000);
  bus.publish("ingest.fetch.1", "same", "{}", "");
  EXPECT_GE(wait(bus, Unit::fetch, 150), 145);
}

TEST_F(NatsEventBusTest, WakesAllThreadsThatWait) {
  nats.start();
  NatsEventBus bus(bus_options());
  std::atomic<int> woken = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 5; ++i)
      threads.emplace_back([&] {
        if (wait(bus, Unit::understand, 4000) < 3000) ++woken;
      });
    std::this_thread::sleep_for(milliseconds(200));
    publish(bus);
  }
  EXPECT_EQ(woken, 5);
}

TEST_F(NatsEventBusTest, ComesBackAfterKillAndAfterItsDirectoryWasWiped) {
  nats.start();
  NatsEventBus bus(bus_options());
  publish(bus);
  kill_hard(nats);
  const Stopwatch watch;
  EXPECT_EQ(kind_thrown([&] { publish(bus); }), ErrorKind::unavailable);
  EXPECT_LT(watch.milliseconds(), 1000);
  EXPECT_FALSE(bus.healthy());
  const double waited = wait(bus, Unit::understand, 300);
  EXPECT_GE(waited, 295);
  EXPECT_LT(waited, 700);

  nats.keep_alive();
  EXPECT_TRUE(eventually([&] { return try_publish(bus); }));
  EXPECT_LT(wait(bus, Unit::understand, 3000), 2500);

  kill_hard(nats);
  std::filesystem::remove_all(directory / "nats");
  nats.keep_alive();
  EXPECT_TRUE(eventually([&] {
    nats.keep_alive();
    return try_publish(bus);
  }));
  EXPECT_LT(wait(bus, Unit::understand, 3000), 2500);
  EXPECT_TRUE(bus.healthy());
}

TEST_F(NatsEventBusTest, AWaiterIsWokenAfterARestartThatItSlept) {
  nats.start();
  NatsEventBus bus(bus_options());
  std::atomic<double> waited = 0;
  std::jthread waiter([&] { waited = wait(bus, Unit::understand, 10'000); });
  std::this_thread::sleep_for(milliseconds(100));
  kill_hard(nats);
  std::filesystem::remove_all(directory / "nats");
  nats.keep_alive();
  ASSERT_TRUE(eventually([&] { return try_publish(bus); }));
  waiter.join();
  EXPECT_LT(waited, 5000);
}

TEST_F(NatsEventBusTest, SurvivesItsDirectoryBeingWipedUnderTheRunningServer) {
  nats.start();
  NatsEventBus bus(bus_options());
  publish(bus);
  std::filesystem::remove_all(directory / "nats");
  const Stopwatch watch;
  try_publish(bus);
  EXPECT_LT(watch.milliseconds(), 1100);
  nats.stop();
  nats.start();
  NatsEventBus other(bus_options());
  EXPECT_TRUE(eventually([&] { return try_publish(other); }));
  EXPECT_LT(wait(other, Unit::understand, 3000), 2000);
}

TEST_F(NatsEventBusTest, StartsBeforeItsServer) {
  nats.start();
  const NatsOptions options = bus_options();
  kill_hard(nats);
  NatsEventBus bus(options);
  EXPECT_EQ(kind_thrown([&] { publish(bus); }), ErrorKind::unavailable);
  EXPECT_GE(wait(bus, Unit::fetch, 100), 95);
  nats.keep_alive();
  EXPECT_TRUE(eventually([&] { return try_publish(bus); }));
}

TEST_F(NatsEventBusTest, AWrongTokenIsNoReasonToThrow) {
  nats.start();
  NatsEventBus bus({.url = nats.url(), .token = "wrong"});
  EXPECT_FALSE(bus.healthy());
  EXPECT_EQ(kind_thrown([&] { publish(bus); }), ErrorKind::unavailable);
  EXPECT_GE(wait(bus, Unit::fetch, 100), 95);
}

}  // namespace
}  // namespace likeness::tests
