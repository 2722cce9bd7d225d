#include "ingest/work_loop.hpp"

#include <algorithm>
#include <condition_variable>

#include "base/log.hpp"

namespace likeness::ingest {

WorkLoop::WorkLoop(UnitOfWork& work, JobStore& jobs, EventBus& events, Metrics& metrics, WorkLoopOptions options)
    : work_(work), jobs_(jobs), events_(events), metrics_(metrics), options_(options) {
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this](std::stop_token stop) { run(stop); });
  threads_.emplace_back([this](std::stop_token stop) { keep_leases(stop); });
}

WorkLoop::~WorkLoop() { stop(); }

void WorkLoop::stop() {
  for (auto& thread : threads_) thread.request_stop();
  threads_.clear();
}

void WorkLoop::run(std::stop_token stop) {
  bool complained = false;
  while (!stop.stop_requested()) {
    try {
      const auto batch = jobs_.claim(work_.unit(), options_.jobs_per_claim, options_.lease);
      complained = false;
      if (batch.empty())
        events_.wait_for_work(work_.unit(), options_.poll);
      else
        run_batch(batch);
    } catch (const std::exception& error) {
      // The database is away: say so once and try again, the jobs are safe where they are.
      if (!complained) log::warning("{} work is waiting: {}", to_string(work_.unit()), error.what());
      complained = true;
      std::this_thread::sleep_for(options_.poll);
    }
  }
}

void WorkLoop::run_batch(const std::vector<Job>& batch) {
  {
    std::lock_guard lock(in_hand_mutex_);
    in_hand_.insert(in_hand_.end(), batch.begin(), batch.end());
  }
  std::vector<std::optional<StageError>> errors;
  try {
    errors = work_.run(batch);
  } catch (const std::exception& error) {
    log::error("{} work broke: {}", to_string(work_.unit()), error.what());
    errors.assign(batch.size(), StageError{work_.unit() == Unit::fetch ? Stage::download : Stage::preprocess,
                                           Error(ErrorKind::internal, "the work on it broke off; see the log")});
  }
  {
    std::lock_guard lock(in_hand_mutex_);
    for (const auto& job : batch)
      std::erase_if(in_hand_, [&](const Job& held) { return held.id == job.id && held.tries == job.tries; });
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (!errors[i]) continue;
    const auto& stage = errors[i]->stage;
    const auto& error = errors[i]->error;
    // Another worker took the job over, or its product is gone: nothing is owed to this try any more.
    if (error.kind() == ErrorKind::conflict) continue;
    metrics_.increment("likeness_stage_failed_total",
                       {{"stage", std::string(to_string(stage))}, {"kind", std::string(to_string(error.kind()))}});
    log::debug("{} failed in {}: {}", batch[i].id.to_string(), to_string(stage), error.message());
    jobs_.fail(batch[i], stage, error, options_.retry);
  }
}

void WorkLoop::keep_leases(std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock waiting(mutex);
  while (!wake.wait_for(waiting, stop, options_.lease / 3, [] { return false; }) && !stop.stop_requested()) {
    std::vector<Job> held;
    {
      std::lock_guard lock(in_hand_mutex_);
      held = in_hand_;
    }
    if (held.empty()) continue;
    try {
      jobs_.heartbeat(held, options_.lease);
    } catch (const std::exception& error) {
      log::warning("leases could not be renewed: {}", error.what());
    }
  }
}

}  // namespace likeness::ingest
