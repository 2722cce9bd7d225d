#include "ingest/work_loop.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "base/trace.hpp"

namespace likeness::ingest {

WorkLoop::WorkLoop(UnitOfWork& work, JobStore& jobs, EventBus& events, Metrics& metrics, WorkLoopOptions options,
                   OnAnswerLost on_answer_lost)
    : work_(work),
      jobs_(jobs),
      events_(events),
      metrics_(metrics),
      options_(options),
      on_answer_lost_(std::move(on_answer_lost)),
      labels_{{"unit", std::string(to_string(work.unit()))}} {
  metrics_.set("likeness_work_paused", labels_, 0);
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
    wait_while_paused(stop);
    if (stop.stop_requested()) return;
    try {
      const auto batch = claim();
      complained = false;
      if (batch.empty())
        events_.wait_for_work(work_.unit(), options_.poll);
      else
        run_batch(batch, stop);
    } catch (const std::exception& error) {
      // The database is away: say so once and try again, the jobs are safe where they are.
      if (!complained) log::warning("{} work is waiting: {}", to_string(work_.unit()), error.what());
      complained = true;
      sleep(stop, options_.poll);
    }
  }
}

std::vector<Job> WorkLoop::claim() {
  ClaimTurn turn;
  {
    std::lock_guard lock(mutex_);
    turn.bulk_first = ++claim_count_ % static_cast<unsigned>(options_.bulk_turn) == 0;
    // A feed may take minutes to read: one thread stays with the photos.
    turn.feeds = feeds_wanted_ < std::max(1, options_.threads - 1);
    if (turn.feeds) ++feeds_wanted_;
  }
  std::vector<Job> batch;
  const auto is_feed = [](const Job& job) { return job.kind == JobKind::feed; };
  const auto done = [&] {
    std::lock_guard lock(mutex_);
    in_hand_.insert(in_hand_.end(), batch.begin(), batch.end());
    if (turn.feeds && std::ranges::none_of(batch, is_feed)) --feeds_wanted_;
  };
  try {
    batch = jobs_.claim(work_.unit(), options_.jobs_per_claim, options_.lease, turn);
  } catch (...) {
    done();
    throw;
  }
  done();
  return batch;
}

void WorkLoop::run_batch(const std::vector<Job>& batch, std::stop_token stop) {
  std::vector<std::optional<StageError>> errors;
  try {
    errors = work_.run(batch);
  } catch (const std::exception& error) {
    log::error("{} work broke: {}", to_string(work_.unit()), error.what());
    errors.assign(batch.size(), StageError{work_.unit() == Unit::fetch ? Stage::download : Stage::preprocess,
                                           Error(ErrorKind::internal, "the work on it broke off; see the log")});
  }
  const auto ours = std::ranges::find_if(errors, [](const auto& error) { return error && error->ours; });
  if (ours != errors.end())
    storage_failed((*ours)->error);
  else
    storage_worked();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (errors[i]) settle(batch[i], *errors[i], stop);
    let_go(batch[i]);
  }
}

/// Until it is written down what became of the job; its lease is kept meanwhile.
void WorkLoop::settle(const Job& job, const StageError& error, std::stop_token stop) {
  const TraceScope trace(job.traceparent);
  // Another worker took the job over, or its product is gone: nothing is owed to this try any more.
  if (error.error.kind() == ErrorKind::conflict) return;
  log::debug("{} failed in {}: {}", job.id.to_string(), to_string(error.stage), error.error.message());
  metrics_.increment("likeness_stage_failed_total", {{"stage", std::string(to_string(error.stage))},
                                                     {"kind", std::string(to_string(error.error.kind()))}});
  // A feed is many transactions.
  if (error.ours && job.kind == JobKind::feed) on_answer_lost_(job.org_id);
  do {
    try {
      return record(job, error);
    } catch (const Error& failure) {
      if (failure.kind() == ErrorKind::conflict) return lose_answer(job, error);
      // The sweeper finds the job when its lease has run out.
      if (fault_of(failure.kind()) != Fault::dependency)
        return log::error("{} could not be put back: {}", job.id.to_string(), failure.message());
    }
    sleep(stop, options_.poll);
  } while (!stop.stop_requested());
}

/// The job is not ours any more although nobody took it: storage broke off after the commit and before its answer.
void WorkLoop::lose_answer(const Job& job, const StageError& error) {
  if (error.ours && job.unit == Unit::understand) on_answer_lost_(job.org_id);
}

void WorkLoop::record(const Job& job, const StageError& error) {
  if (error.ours)
    jobs_.release(job, error.stage, error.error, options_.retry.backoff_first);
  else
    jobs_.fail(job, error.stage, error.error, options_.retry, error.retry_after);
}

void WorkLoop::let_go(const Job& job) {
  std::lock_guard lock(mutex_);
  std::erase_if(in_hand_, [&](const Job& held) { return held.id == job.id && held.tries == job.tries; });
  if (job.kind == JobKind::feed) --feeds_wanted_;
}

void WorkLoop::keep_leases(std::stop_token stop) {
  while (!stop.stop_requested()) {
    sleep(stop, std::chrono::milliseconds(options_.lease) / 3);
    if (stop.stop_requested()) return;
    std::vector<Job> held;
    {
      std::lock_guard lock(mutex_);
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

void WorkLoop::storage_failed(const Error& error) {
  std::lock_guard lock(mutex_);
  // Threads that fail together count once.
  if (Clock::now() < paused_until_) return;
  if (storage_failures_ == 0)
    log::warning("{} work is paused, and goes on when storage does: {}", to_string(work_.unit()), error.message());
  paused_until_ = Clock::now() +
                  std::min(options_.retry.backoff_first * (1 << std::min(storage_failures_, 20)), options_.pause_max);
  ++storage_failures_;
  metrics_.set("likeness_work_paused", labels_, 1);
}

void WorkLoop::storage_worked() {
  std::lock_guard lock(mutex_);
  // A batch that began before storage failed proves nothing.
  if (storage_failures_ == 0 || Clock::now() < paused_until_) return;
  storage_failures_ = 0;
  metrics_.set("likeness_work_paused", labels_, 0);
  log::info("{} work goes on", to_string(work_.unit()));
}

void WorkLoop::wait_while_paused(std::stop_token stop) {
  std::unique_lock lock(mutex_);
  const auto until = paused_until_;
  if (Clock::now() < until) wake_.wait_until(lock, stop, until, [] { return false; });
}

void WorkLoop::sleep(std::stop_token stop, std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace likeness::ingest
