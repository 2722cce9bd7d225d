#include "ingest/usage_loop.hpp"

#include <condition_variable>
#include <mutex>

#include "base/log.hpp"

namespace likeness::ingest {

UsageLoop::UsageLoop(QuotaMeter& meter, QuotaStore& quotas, ObjectStore& objects, UsageLoopOptions options)
    : meter_(meter), quotas_(quotas), objects_(objects), options_(options), thread_([this](std::stop_token stop) {
        run(stop);
      }) {}

void UsageLoop::run(std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock waiting(mutex);
  bool complained = false;
  while (!stop.stop_requested()) {
    wake.wait_for(waiting, stop, options_.interval, [] { return false; });
    try {
      meter_.exchange();
      if (!stop.stop_requested()) measure_storage();
      complained = false;
    } catch (const std::exception& error) {
      if (!complained) log::warning("usage is written down later: {}", error.what());
      complained = true;
    }
  }
}

void UsageLoop::measure_storage() {
  const auto due = quotas_.due_for_measurement(options_.storage_measured_for);
  if (due) quotas_.record_storage(*due, objects_.stored_bytes(due->org));
}

}  // namespace likeness::ingest
