#include "domain/quota.hpp"

#include <fmt/format.h>

namespace likeness {
namespace {

std::string message_of(const std::string& quota, long limit, long usage, bool comes_back) {
  return fmt::format("the org's quota {} is {}, and {} of it are used: {}", quota, limit, usage,
                     comes_back ? "the next day (UTC) has its own" : "remove what is not needed, or ask the operator");
}

}  // namespace

QuotaExceeded::QuotaExceeded(std::string quota, long limit, long usage, std::optional<std::chrono::seconds> retry_after)
    : Error(retry_after ? ErrorKind::rate_limited : ErrorKind::forbidden,
            message_of(quota, limit, usage, retry_after.has_value())),
      quota_(std::move(quota)),
      limit_(limit),
      usage_(usage),
      retry_after_(retry_after) {}

std::chrono::seconds until_midnight(TimePoint time) {
  const auto midnight = std::chrono::floor<std::chrono::days>(time) + std::chrono::days(1);
  return std::chrono::ceil<std::chrono::seconds>(midnight - time);
}

}  // namespace likeness
