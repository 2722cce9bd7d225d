#include "adapters/memory/memory_rate_limiter.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace likeness {

MemoryRateLimiter::MemoryRateLimiter(std::size_t entries_max, Clock clock)
    : entries_max_(entries_max), clock_(std::move(clock)) {}

RateVerdict MemoryRateLimiter::take(std::span<const RateBudget> budgets) {
  std::lock_guard lock(mutex_);
  const Time now = clock_();
  std::optional<RateVerdict> answer;
  std::vector<Time> full_at;
  for (const auto& budget : budgets) {
    full_at.push_back(full_at_after(budget, now));
    const auto verdict = judge(budget.limit, full_at.back() - now);
    answer = answer ? tighter(*answer, verdict) : verdict;
  }
  if (answer.value().admitted)
    for (std::size_t i = 0; i < budgets.size(); ++i) keep(budgets[i].key, full_at[i], now);
  return *answer;
}

std::size_t MemoryRateLimiter::size() const {
  std::lock_guard lock(mutex_);
  return full_at_.size();
}

std::chrono::microseconds MemoryRateLimiter::steady_time() {
  return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now().time_since_epoch());
}

MemoryRateLimiter::Time MemoryRateLimiter::full_at_after(const RateBudget& budget, Time now) const {
  const auto found = full_at_.find(budget.key);
  return std::max(found == full_at_.end() ? now : found->second, now) + budget.limit.interval();
}

void MemoryRateLimiter::keep(const std::string& key, Time full_at, Time now) {
  if (const auto found = full_at_.find(key); found != full_at_.end()) by_time_.erase({found->second, key});
  full_at_[key] = full_at;
  by_time_.emplace(full_at, key);
  while (!by_time_.empty() && (by_time_.begin()->first <= now || full_at_.size() > entries_max_)) {
    full_at_.erase(by_time_.begin()->second);
    by_time_.erase(by_time_.begin());
  }
}

}  // namespace likeness
