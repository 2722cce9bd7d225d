#include "base/repetition.hpp"

#include <condition_variable>
#include <mutex>

#include "base/log.hpp"

namespace likeness {

void pause(const std::stop_token& stop, std::chrono::milliseconds time) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock waiting(mutex);
  wake.wait_for(waiting, stop, time, [] { return false; });
}

void repeat(const std::stop_token& stop, std::chrono::milliseconds idle, std::string_view what,
            const std::function<bool()>& step) {
  bool has_complained = false;
  while (!stop.stop_requested()) {
    bool has_worked = false;
    try {
      has_worked = step();
      has_complained = false;
    } catch (const std::exception& error) {
      if (!has_complained) log::warning("{}: {}", what, error.what());
      has_complained = true;
    }
    if (!has_worked) pause(stop, idle);
  }
}

}  // namespace likeness
