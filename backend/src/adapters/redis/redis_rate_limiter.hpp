#pragma once

#include "adapters/redis/redis_connections.hpp"
#include "ports/rate_limiter.hpp"

namespace likeness {

/// Counts in Redis, by its clock, under "likeness:rate:<key>", so that all servers of one installation share the
/// budgets: one round trip for all budgets of a request. Where Redis is away, the fallback counts.
class RedisRateLimiter : public RateLimiter {
 public:
  /// `fallback` must outlive this. Error{invalid_argument} or Error{unsupported} for a bad URL; a Redis that is away is
  /// no error.
  RedisRateLimiter(const std::string& url, RateLimiter& fallback);

  RateVerdict take(std::span<const RateBudget> budgets) override;

 private:
  RedisConnections connections_;
  RateLimiter& fallback_;
};

}  // namespace likeness
