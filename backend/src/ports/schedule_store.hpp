#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// A schedule whose time has come, as the claiming server holds it.
struct DueSchedule {
  ScheduleId id;
  OrgId org_id;
  std::string kind;  ///< what is to be done; "pull_feed"
  Uuid subject;      ///< what it is to be done to; the kind says what the id is of
  std::string cron;
  std::string time_zone;
  TimePoint due_at;
  long claim = 0;  ///< number of the claim
};

/// When periodic work is due, of whichever org. Thread-safe; runs as the worker role.
class ScheduleStore {
 public:
  virtual ~ScheduleStore() = default;
  /// Takes what is due and not paused, longest due first. Whoever dies with it loses it after `lease`, and its time is
  /// still due then; nobody else gets it meanwhile.
  virtual std::vector<DueSchedule> claim(int limit, std::chrono::seconds lease) = 0;
  /// The work is done, and due again at `next_run_at`; nullopt pauses the schedule. Nothing happens where another
  /// server took it over, or somebody changed it meanwhile.
  virtual void finish(const DueSchedule& schedule, std::optional<TimePoint> next_run_at) = 0;
};

}  // namespace likeness
