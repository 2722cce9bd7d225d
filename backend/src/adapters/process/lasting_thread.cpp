#include "adapters/process/lasting_thread.hpp"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "base/bounded_queue.hpp"

namespace likeness {
namespace {

/// Never destroyed: its thread waits until the process ends.
struct LastingThread {
  const pid_t owner = ::getpid();
  BoundedQueue<std::shared_ptr<std::packaged_task<void()>>> tasks{1024};

  LastingThread() {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);  // signals of the process are for its other threads
    std::thread([this] {
      while (const auto task = tasks.pop()) (**task)();
    }).detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }
};

LastingThread& lasting_thread() {
  static std::mutex mutex;
  static LastingThread* thread = nullptr;
  std::lock_guard lock(mutex);
  if (!thread || thread->owner != ::getpid()) thread = new LastingThread;
  return *thread;
}

}  // namespace

void run_on_lasting_thread(const std::function<void()>& task) {
  const auto packaged = std::make_shared<std::packaged_task<void()>>(task);
  auto done = packaged->get_future();
  while (!lasting_thread().tasks.try_push(packaged)) std::this_thread::yield();
  done.get();
}

}  // namespace likeness
