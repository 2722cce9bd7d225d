#include "adapters/openvino/inference_gate.hpp"

namespace likeness {

InferenceGate::Pass InferenceGate::enter(Priority priority) {
  std::unique_lock lock(mutex_);
  Line& line = priority == Priority::query ? queries_ : ingest_;
  const std::uint64_t ticket = line.next_ticket++;
  changed_.wait(lock, [&] {
    const bool first = line.now_serving == ticket;
    return !busy_ && first && (priority == Priority::query || queries_.empty());
  });
  ++line.now_serving;
  busy_ = true;
  return Pass(*this);
}

void InferenceGate::leave() {
  {
    std::lock_guard lock(mutex_);
    busy_ = false;
  }
  changed_.notify_all();
}

}  // namespace likeness
