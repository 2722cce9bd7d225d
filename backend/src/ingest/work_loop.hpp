#pragma once

#include <mutex>
#include <thread>
#include <vector>

#include "ingest/unit_of_work.hpp"
#include "ports/event_bus.hpp"
#include "ports/job_store.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

struct WorkLoopOptions {
  int threads = 2;
  int jobs_per_claim = 4;
  std::chrono::seconds lease{60};
  std::chrono::milliseconds poll{1000};  ///< how long to wait for a wake-up before looking anyway
  RetryPolicy retry;
};

/// Claims jobs of one unit, runs them, keeps their leases alive meanwhile, and records what failed: written once for
/// every stage. Jobs in hand when it is stopped are finished; what a killed process held comes back when its lease
/// ends.
class WorkLoop {
 public:
  WorkLoop(UnitOfWork& work, JobStore& jobs, EventBus& events, Metrics& metrics, WorkLoopOptions options);
  ~WorkLoop();

  void stop();

 private:
  void run(std::stop_token stop);
  void run_batch(const std::vector<Job>& batch);
  void keep_leases(std::stop_token stop);

  UnitOfWork& work_;
  JobStore& jobs_;
  EventBus& events_;
  Metrics& metrics_;
  const WorkLoopOptions options_;

  std::mutex in_hand_mutex_;
  std::vector<Job> in_hand_;
  std::vector<std::jthread> threads_;
};

}  // namespace likeness::ingest
