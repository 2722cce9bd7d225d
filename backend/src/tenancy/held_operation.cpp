#include "tenancy/held_operation.hpp"

#include "base/error.hpp"
#include "base/repetition.hpp"

namespace likeness::tenancy {
namespace {
constexpr double kTellEverySeconds = 0.3;
}

void HeldOperation::begin(const std::string& step, long total) {
  progress_ = {step, 0, total};
  tell();
}

void HeldOperation::advance(long by) {
  progress_.done += by;
  if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "the server stopped");
  if (since_told_ && since_told_->seconds() < kTellEverySeconds) return;
  tell();
}

void HeldOperation::wait(std::chrono::milliseconds time) {
  pause(stop_, time);
  advance(0);
}

void HeldOperation::tell() {
  store_.report_progress(claimed_, progress_, lease_);
  since_told_.emplace();
}

}  // namespace likeness::tenancy
