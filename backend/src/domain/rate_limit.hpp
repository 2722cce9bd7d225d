#pragma once

#include <chrono>

namespace likeness {

/// How often something may be done: `per_minute` on average, and `burst` times at once after a pause. per_minute 0:
/// without limit.
struct RateLimit {
  int per_minute = 0;
  int burst = 0;

  bool is_unlimited() const { return per_minute == 0; }
  /// Between two requests at the average rate.
  std::chrono::microseconds interval() const { return std::chrono::microseconds(60'000'000 / per_minute); }
};

/// What became of one request under one limit.
struct RateVerdict {
  bool admitted = true;
  int limit = 0;                             ///< the burst
  int remaining = 0;                         ///< requests that would be admitted at once
  std::chrono::microseconds full_in{0};      ///< until the whole burst is there again
  std::chrono::microseconds retry_after{0};  ///< 0 where it was admitted
};

/// The generic cell rate algorithm (ITU-T I.371): all that is kept of a budget is when it will be full again.
/// `full_in_after` is how far away that is once the request is counted; the request is admitted where that is at most
/// the time in which a whole burst comes back.
RateVerdict judge(const RateLimit& limit, std::chrono::microseconds full_in_after);

/// Of two verdicts on one request the one that matters to who sent it: a refusal before an admission, then the longer
/// wait, then what is nearer to its end.
const RateVerdict& tighter(const RateVerdict& one, const RateVerdict& other);

}  // namespace likeness
