#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>

#include "ports/rate_limiter.hpp"

namespace likeness {

/// Counts inside the process. Keeps at most `entries_max` budgets: those that are full again go by themselves, and
/// where that is not enough, those that are nearest to it.
class MemoryRateLimiter : public RateLimiter {
 public:
  /// Time since some fixed moment; never goes back.
  using Clock = std::function<std::chrono::microseconds()>;

  explicit MemoryRateLimiter(std::size_t entries_max, Clock clock = steady_time);

  RateVerdict take(std::span<const RateBudget> budgets) override;
  std::size_t size() const;

  static std::chrono::microseconds steady_time();

 private:
  using Time = std::chrono::microseconds;

  /// When the budget is full once one more request is counted.
  Time full_at_after(const RateBudget& budget, Time now) const;
  void keep(const std::string& key, Time full_at, Time now);

  const std::size_t entries_max_;
  const Clock clock_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Time> full_at_;
  std::set<std::pair<Time, std::string>> by_time_;
};

}  // namespace likeness
