#pragma once

#include <memory>
#include <string>

#include "base/error.hpp"
#include "domain/cron.hpp"

namespace likeness {

/// The IANA time zones. Thread-safe.
class TimeZones {
 public:
  virtual ~TimeZones() = default;
  /// How far the zone is ahead of UTC, at any instant; the function may be kept and is thread-safe.
  /// Error{invalid_argument} where there is no zone of that name.
  virtual Result<OffsetAt> find(const std::string& name) = 0;
};

}  // namespace likeness
