#pragma once

#include <chrono>
#include <thread>
#include <vector>

#include "ingest/pull/pull_unit.hpp"

namespace likeness::ingest {

/// Takes pulls that are due and does them, each on one of a few threads. Destroyed, it breaks off what is under way,
/// which is tried again.
class PullLoop {
 public:
  PullLoop(PullUnit& unit, PullStore& pulls, int threads, std::chrono::milliseconds poll);
  ~PullLoop();

 private:
  void run(const std::stop_token& stop);

  PullUnit& unit_;
  PullStore& pulls_;
  const std::chrono::milliseconds poll_;
  std::vector<std::jthread> threads_;
};

}  // namespace likeness::ingest
