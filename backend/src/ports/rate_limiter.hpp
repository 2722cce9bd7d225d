#pragma once

#include <span>
#include <string>

#include "domain/rate_limit.hpp"

namespace likeness {

/// One count of requests and its bound. Not without limit.
struct RateBudget {
  std::string key;  ///< whose; of an org, it begins with the org's uuid
  RateLimit limit;
};

/// Counts requests. Thread-safe.
class RateLimiter {
 public:
  virtual ~RateLimiter() = default;
  /// Counts one request against every budget, or against none of them where one has no room. Answers the tightest
  /// verdict. At least one budget.
  virtual RateVerdict take(std::span<const RateBudget> budgets) = 0;
};

}  // namespace likeness
