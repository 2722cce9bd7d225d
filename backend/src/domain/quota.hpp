#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/error.hpp"

namespace likeness {

/// What one org may have; 0 is without limit.
struct Quota {
  long products = 0;
  long images = 0;
  long queries_per_day = 0;  ///< days of UTC
  long storage_bytes = 0;
};

/// What one org has of it.
struct Usage {
  long products = 0;
  long images = 0;
  long queries_today = 0;
  long storage_bytes = 0;
  std::optional<TimePoint> storage_measured_at;
};

/// More than an org may have: Error{forbidden}, or for what comes back by itself Error{rate_limited} with the time
/// until then.
class QuotaExceeded : public Error {
 public:
  /// `quota` is the word of the HTTP contract: products, images, queries_per_day, storage_bytes.
  QuotaExceeded(std::string quota, long limit, long usage, std::optional<std::chrono::seconds> retry_after = {});

  const std::string& quota() const { return quota_; }
  long limit() const { return limit_; }
  long usage() const { return usage_; }
  const std::optional<std::chrono::seconds>& retry_after() const { return retry_after_; }

 private:
  std::string quota_;
  long limit_;
  long usage_;
  std::optional<std::chrono::seconds> retry_after_;
};

/// Until the day of UTC that `time` is in ends; at least 1.
std::chrono::seconds until_midnight(TimePoint time);

}  // namespace likeness
