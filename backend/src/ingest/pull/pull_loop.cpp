#include "ingest/pull/pull_loop.hpp"

#include <condition_variable>
#include <mutex>

#include "base/log.hpp"
#include "base/trace.hpp"

namespace likeness::ingest {

PullLoop::PullLoop(PullUnit& unit, PullStore& pulls, int threads, std::chrono::milliseconds poll)
    : unit_(unit), pulls_(pulls), poll_(poll) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

PullLoop::~PullLoop() {
  for (auto& thread : threads_) thread.request_stop();
}

void PullLoop::run(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock waiting(mutex);
  bool complained = false;
  while (!stop.stop_requested()) {
    bool worked = false;
    try {
      if (const auto pull = pulls_.claim(unit_.lease())) {
        worked = true;
        const TraceScope trace(pull->traceparent);
        unit_.run(*pull, stop);
      }
      complained = false;
    } catch (const std::exception& error) {
      if (!complained) log::warning("pulls of feeds are put off: {}", error.what());
      complained = true;
      worked = false;
    }
    if (!worked) wake.wait_for(waiting, stop, poll_, [] { return false; });
  }
}

}  // namespace likeness::ingest
