#pragma once

#include <bitset>
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "base/error.hpp"

namespace likeness {

/// How far local time is ahead of UTC at an instant.
using OffsetAt = std::function<std::chrono::seconds(TimePoint)>;

/// When something is to happen, as in crontab(5): minute, hour, day of month, month, day of week; each a list of
/// numbers, ranges, steps ("*/15", "9-17/2") and English names of three letters ("mon", "jan"); or @hourly, @daily,
/// @midnight, @weekly, @monthly, @yearly, @annually. 0 and 7 are both Sunday. Where day of month and day of week are
/// both restricted, either suffices. Immutable.
class Cron {
 public:
  /// Error{invalid_argument} that says which field is wrong, also for a day that no year has (31 February).
  static Result<Cron> parse(std::string_view text);

  /// The first time after `after`, in whole minutes of the local time that `offset_at` tells. Where the clocks are put
  /// forward, a time that is left out happens once, at the moment they change; where they are put back, a time that
  /// comes twice happens at the first only. Schedules whose hour starts with "*" follow the minutes that really pass
  /// instead: they leave nothing to catch up on, and happen in both of two equal hours.
  TimePoint next_after(TimePoint after, const OffsetAt& offset_at) const;

 private:
  bool matches_day(std::chrono::local_days day) const;
  std::optional<TimePoint> first_of_day(std::chrono::local_days day, TimePoint after, const OffsetAt& offset_at) const;

  std::bitset<60> minutes_;
  std::bitset<24> hours_;
  std::bitset<32> days_of_month_;
  std::bitset<13> months_;
  std::bitset<7> days_of_week_;
  bool any_day_of_month_ = false;
  bool any_day_of_week_ = false;
  bool every_hour_ = false;
};

}  // namespace likeness
