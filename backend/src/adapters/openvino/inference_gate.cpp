#include "adapters/openvino/inference_gate.hpp"

namespace likeness {

InferenceGate::Pass InferenceGate::enter(Priority priority) {
  std::unique_lock lock(mutex_);
  Line& line = priority == Priority::query ? queries_ : ingest_;
  const std::uint64_t ticket = line.next_ticket++;
  int lane = -1;
  changed_.wait(lock, [&] {
    lane = line.now_serving == ticket ? free_lane(priority) : -1;
    return lane >= 0;
  });
  ++line.now_serving;
  lane_busy_[lane] = true;
  lock.unlock();
  // Whoever is next in the line may find another lane free.
  changed_.notify_all();
  return {*this, lane};
}

int InferenceGate::free_lane(Priority priority) const {
  if (lane_busy_[0]) return -1;
  if (priority == Priority::query) return 0;
  if (!queries_.empty()) return -1;
  for (int lane = 1; lane < lanes(); ++lane)
    if (!lane_busy_[lane]) return lane;
  return -1;
}

void InferenceGate::leave(int lane) {
  {
    std::lock_guard lock(mutex_);
    lane_busy_[lane] = false;
  }
  changed_.notify_all();
}

}  // namespace likeness
