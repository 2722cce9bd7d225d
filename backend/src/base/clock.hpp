#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace likeness {

/// Wall-clock time in UTC, as stored and as shown.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

TimePoint now();
/// "2026-03-01T09:30:00.125Z".
std::string to_iso8601(TimePoint time);
/// Reads a date or a date-time with an offset ("2026-03-01", "2026-03-01T09:30:00Z", "…+0100", "…+01:00"); a time
/// without offset is UTC. nullopt where the text is no such thing.
std::optional<TimePoint> parse_iso8601(std::string_view text);

/// Measures elapsed time on the monotonic clock.
class Stopwatch {
 public:
  Stopwatch() : start_(std::chrono::steady_clock::now()) {}
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
  double milliseconds() const { return seconds() * 1000.0; }

 private:
  std::chrono::steady_clock::time_point start_;
};

}  // namespace likeness
