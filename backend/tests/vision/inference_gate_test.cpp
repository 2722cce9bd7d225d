#include "adapters/openvino/inference_gate.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace likeness {
namespace {

using namespace std::chrono_literals;

TEST(InferenceGate, NobodySharesALane) {
  InferenceGate gate(2);
  std::vector<std::atomic<int>> inside(3);
  std::atomic<int> runs = 0, ingest_inside = 0, most_of_ingest = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 6; ++thread) {
      threads.emplace_back([&, thread] {
        const bool is_query = thread % 3 == 0;
        for (int run = 0; run < 200; ++run) {
          const InferenceGate::Pass pass = gate.enter(is_query ? Priority::query : Priority::ingest);
          EXPECT_EQ(pass.lane() == 0, is_query);
          EXPECT_EQ(++inside.at(pass.lane()), 1);
          if (!is_query) most_of_ingest = std::max<int>(most_of_ingest, ++ingest_inside);
          std::this_thread::yield();
          ++runs;
          if (!is_query) --ingest_inside;
          --inside.at(pass.lane());
        }
      });
    }
  }
  EXPECT_EQ(runs, 1200);
  EXPECT_EQ(most_of_ingest, 2);
}

TEST(InferenceGate, AQueryWaitsForNothingOfTheCatalogues) {
  InferenceGate gate(2);
  const InferenceGate::Pass first = gate.enter(Priority::ingest);
  const InferenceGate::Pass second = gate.enter(Priority::ingest);
  EXPECT_NE(first.lane(), second.lane());
  EXPECT_EQ(gate.enter(Priority::query).lane(), 0);
}

TEST(InferenceGate, TheCatalogueBeginsNothingBesideAQuery) {
  InferenceGate gate(2);
  std::atomic<bool> begun = false;
  std::jthread ingest;
  {
    const InferenceGate::Pass query = gate.enter(Priority::query);
    ingest = std::jthread([&] {
      const InferenceGate::Pass pass = gate.enter(Priority::ingest);
      begun = true;
    });
    std::this_thread::sleep_for(50ms);
    EXPECT_FALSE(begun);
  }
  ingest.join();
  EXPECT_TRUE(begun);
}

TEST(InferenceGate, QueriesGoFirstAndInOrder) {
  InferenceGate gate(1);
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
    const InferenceGate::Pass holder = gate.enter(Priority::query);
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
