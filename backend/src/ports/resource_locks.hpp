#pragma once

#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// Holds what a request is about to change. Thread-safe.
class ResourceLocks {
 public:
  virtual ~ResourceLocks() = default;
  /// Until the unit of work that is open on this thread ends, nobody else changes what `id` ("prd_…") names in the org.
  /// Waits for who does so at the moment. An id that names nothing is no error.
  virtual void lock(OrgId org, const std::string& id) = 0;
};

}  // namespace likeness
