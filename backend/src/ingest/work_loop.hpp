#pragma once

#include <condition_variable>
#include <functional>
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
  int bulk_turn = 4;  ///< each so many claims bulk goes before small updates
  std::chrono::seconds lease{60};
  std::chrono::milliseconds poll{1000};         ///< how long to wait for a wake-up before looking anyway
  std::chrono::milliseconds pause_max{10'000};  ///< of all threads, while our own storage fails
  RetryPolicy retry;
};

/// Claims jobs of one unit, runs them, keeps their leases alive meanwhile, and records what failed: written once for
/// every stage. Jobs in hand when it is stopped are finished; what a killed process held comes back when its lease
/// ends.
///
/// Where our own storage is away or full no job is to blame: those in hand go back without a try being counted, and all
/// threads wait, longer each time, until a batch passes.
class WorkLoop {
 public:
  /// Told the org whose vector index may have missed a commit: the database broke off after it and before its answer.
  using OnAnswerLost = std::function<void(OrgId)>;

  WorkLoop(
      UnitOfWork& work, JobStore& jobs, EventBus& events, Metrics& metrics, WorkLoopOptions options,
      OnAnswerLost on_answer_lost = [](OrgId) {});
  ~WorkLoop();

  void stop();

 private:
  using Clock = std::chrono::steady_clock;

  void run(std::stop_token stop);
  std::vector<Job> claim();
  void run_batch(const std::vector<Job>& batch, std::stop_token stop);
  void settle(const Job& job, const StageError& error, std::stop_token stop);
  void record(const Job& job, const StageError& error);
  void lose_answer(const Job& job, const StageError& error);
  void keep_leases(std::stop_token stop);
  void let_go(const Job& job);

  void storage_failed(const Error& error);
  void storage_worked();
  /// Returns when the pause is over or the loop is stopped.
  void wait_while_paused(std::stop_token stop);
  void sleep(std::stop_token stop, std::chrono::milliseconds time);

  UnitOfWork& work_;
  JobStore& jobs_;
  EventBus& events_;
  Metrics& metrics_;
  const WorkLoopOptions options_;
  const OnAnswerLost on_answer_lost_;
  const MetricLabels labels_;

  std::mutex mutex_;  ///< of everything below
  std::condition_variable_any wake_;
  std::vector<Job> in_hand_;
  int feeds_wanted_ = 0;  ///< threads that read a feed, or are about to claim one
  unsigned claim_count_ = 0;
  int storage_failures_ = 0;  ///< since storage last worked
  Clock::time_point paused_until_{};
  std::vector<std::jthread> threads_;
};

}  // namespace likeness::ingest
