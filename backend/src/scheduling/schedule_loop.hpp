#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <thread>

#include "ports/metrics.hpp"
#include "ports/schedule_store.hpp"
#include "ports/time_zones.hpp"

namespace likeness::scheduling {

/// Does the work of one kind of schedule, or better queues it: it is to return soon, and asked twice for one `due_at`
/// it is to act once, for a server may die before it could say that it was done. A retryable Error is tried again when
/// the lease is over; any other one waits for the next time.
using Handler = std::function<void(const DueSchedule&)>;

struct ScheduleLoopOptions {
  std::chrono::milliseconds poll{1000};
  std::chrono::seconds lease{60};
  int per_claim = 20;
};

/// The one loop for periodic work: takes the schedules that are due, calls the handler of their kind, and works out
/// the next time from now, so that times missed while no server ran are made up for once. Runs until destroyed.
class ScheduleLoop {
 public:
  ScheduleLoop(ScheduleStore& schedules, TimeZones& zones, Metrics& metrics, std::map<std::string, Handler> handlers,
               ScheduleLoopOptions options);

 private:
  void run(const std::stop_token& stop);
  void run_due(const DueSchedule& schedule);
  std::optional<TimePoint> next_run(const DueSchedule& schedule) const;

  ScheduleStore& schedules_;
  TimeZones& zones_;
  Metrics& metrics_;
  const std::map<std::string, Handler> handlers_;
  const ScheduleLoopOptions options_;
  std::jthread thread_;
};

}  // namespace likeness::scheduling
