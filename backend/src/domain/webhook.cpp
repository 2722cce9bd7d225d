#include "domain/webhook.hpp"

#include <algorithm>
#include <cmath>

namespace likeness {

std::optional<std::chrono::milliseconds> WebhookRetryPolicy::next_delay(
    int tries, std::optional<std::chrono::milliseconds> retry_after, double chance) const {
  using std::chrono::milliseconds;
  if (tries >= tries_max) return std::nullopt;
  const double grown = static_cast<double>(backoff_first.count()) * std::pow(backoff_factor, std::max(tries - 1, 0));
  const double shifted = grown * (1 + 0.25 * (2 * chance - 1));
  const milliseconds wait(std::llround(std::min(shifted, static_cast<double>(backoff_max.count()))));
  return retry_after ? std::max(wait, std::min(*retry_after, backoff_max)) : wait;
}

}  // namespace likeness
