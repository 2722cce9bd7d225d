#include "ingest/pull/pull_loop.hpp"

#include "base/repetition.hpp"
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
  repeat(stop, poll_, "pulls of feeds are put off", [&] {
    const auto pull = pulls_.claim(unit_.lease());
    if (!pull) return false;
    const TraceScope trace(pull->traceparent);
    unit_.run(*pull, stop);
    return true;
  });
}

}  // namespace likeness::ingest
