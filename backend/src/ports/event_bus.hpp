#pragma once

#include <chrono>
#include <string>

#include "domain/job.hpp"

namespace likeness {

/// The wake-up call between processes. It may lose everything at any time: the sweeper and the poll make up for it.
/// Thread-safe.
class EventBus {
 public:
  virtual ~EventBus() = default;
  /// Error{unavailable} where the bus is away. `message_id` lets the bus drop a repetition; `traceparent` goes along,
  /// where it is not empty.
  virtual void publish(const std::string& subject, const std::string& message_id, const std::string& payload,
                       const std::string& traceparent) = 0;
  /// Returns when something was published for the unit or the time is up, whichever is first; where the bus is away it
  /// waits the time and never throws.
  virtual void wait_for_work(Unit unit, std::chrono::milliseconds timeout) = 0;
  virtual bool healthy() = 0;
};

}  // namespace likeness
