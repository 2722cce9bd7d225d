#include "domain/rate_limit.hpp"

#include <tuple>

namespace likeness {

RateVerdict judge(const RateLimit& limit, std::chrono::microseconds full_in_after) {
  const auto interval = limit.interval();
  const auto room = interval * limit.burst - full_in_after;
  RateVerdict verdict{.admitted = room.count() >= 0, .limit = limit.burst, .full_in = full_in_after};
  if (verdict.admitted) {
    verdict.remaining = static_cast<int>(room / interval);
  } else {
    verdict.retry_after = -room;
    verdict.full_in = full_in_after - interval;
  }
  return verdict;
}

const RateVerdict& tighter(const RateVerdict& one, const RateVerdict& other) {
  const auto order = [](const RateVerdict& verdict) {
    return std::tuple(verdict.admitted, -verdict.retry_after.count(), verdict.remaining);
  };
  return order(other) < order(one) ? other : one;
}

}  // namespace likeness
