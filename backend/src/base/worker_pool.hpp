#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/bounded_queue.hpp"

namespace likeness {

/// Fixed number of threads behind a bounded queue. Tasks must not throw. The destructor finishes what was accepted.
class WorkerPool {
 public:
  WorkerPool(std::string name, std::size_t thread_count, std::size_t queue_capacity);
  ~WorkerPool();

  /// False where the queue is full: the caller answers "busy" instead of waiting.
  bool try_submit(std::function<void()> task);
  std::size_t queued() const { return tasks_.size(); }

 private:
  BoundedQueue<std::function<void()>> tasks_;
  std::vector<std::jthread> threads_;
};

}  // namespace likeness
