#pragma once

#include <chrono>

namespace likeness::apps {

/// SIGINT, SIGTERM and SIGHUP, taken in turn instead of interrupting. Made before any thread is started, so that all
/// threads inherit the mask.
class StopSignal {
 public:
  StopSignal();
  /// True once one of them has come; waits at most this long.
  bool wait(std::chrono::milliseconds timeout);
};

}  // namespace likeness::apps
