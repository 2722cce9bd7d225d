#include "adapters/openvino/inference_gate.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace likeness {
namespace {

using namespace std::chrono_literals;

TEST(InferenceGate, LetsOneRunAtATime) {
  InferenceGate gate;
  std::atomic<int> inside = 0;
  std::atomic<int> runs = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 6; ++thread) {
      threads.emplace_back([&, thread] {
        for (int run = 0; run < 200; ++run) {
          const InferenceGate::Pass pass = gate.enter(thread % 2 == 0 ? Priority::query : Priority::ingest);
          EXPECT_EQ(++inside, 1);
          ++runs;
          --inside;
        }
      });
    }
  }
  EXPECT_EQ(runs, 1200);
}

TEST(InferenceGate, QueriesGoFirstAndInOrder) {
  InferenceGate gate;
  std::mutex mutex;
  std::vector<std::string> order;
  std::vector<std::jthread> threads;
  const auto wait_in_line = [&](Priority priority, const std::string& name) {
    threads.emplace_back([&, priority, name] {
      const InferenceGate::Pass pass = gate.enter(priority);
      const std::lock_guard lock(mutex);
      order.push_back(name);
    });
    std::this_thread::sleep_for(30ms);
  };
  {
    const InferenceGate::Pass holder = gate.enter(Priority::ingest);
    wait_in_line(Priority::ingest, "ingest 1");
    wait_in_line(Priority::query, "query 1");
    wait_in_line(Priority::ingest, "ingest 2");
    wait_in_line(Priority::query, "query 2");
  }
  threads.clear();
  EXPECT_THAT(order, testing::ElementsAre("query 1", "query 2", "ingest 1", "ingest 2"));
}

}  // namespace
}  // namespace likeness
