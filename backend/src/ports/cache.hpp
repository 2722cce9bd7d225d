#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// Short-lived values, kept per org. Losing them is never an error: get() answers nullopt and put() does nothing where
/// the cache is away. Thread-safe.
class Cache {
 public:
  virtual ~Cache() = default;
  virtual void put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) = 0;
  virtual std::optional<std::string> get(OrgId org, const std::string& key) = 0;
  virtual void remove(OrgId org, const std::string& key) = 0;
  virtual bool healthy() = 0;
};

}  // namespace likeness
