#include "base/worker_pool.hpp"

#include <pthread.h>

namespace likeness {

WorkerPool::WorkerPool(std::string name, std::size_t thread_count, std::size_t queue_capacity)
    : tasks_(queue_capacity) {
  threads_.reserve(thread_count);
  for (std::size_t i = 0; i < thread_count; ++i) {
    threads_.emplace_back([this] {
      while (auto task = tasks_.pop()) (*task)();
    });
    // The kernel keeps 15 characters of a thread's name.
    pthread_setname_np(threads_.back().native_handle(), name.substr(0, 15).c_str());
  }
}

WorkerPool::~WorkerPool() { tasks_.close(); }

bool WorkerPool::try_submit(std::function<void()> task) { return tasks_.try_push(std::move(task)); }

}  // namespace likeness
