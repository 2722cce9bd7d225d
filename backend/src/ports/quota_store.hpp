#pragma once

#include <chrono>
#include <optional>

#include "domain/ids.hpp"
#include "domain/quota.hpp"

namespace likeness {

/// What the operator set for one org; a member that is absent is the server's default.
struct QuotaOverrides {
  std::optional<long> products;
  std::optional<long> images;
  std::optional<long> queries_per_day;
  std::optional<long> storage_bytes;
};

/// What orgs may have and what they have. Thread-safe.
class QuotaStore {
 public:
  virtual ~QuotaStore() = default;
  virtual QuotaOverrides overrides(OrgId org) = 0;
  /// Error{not_found} for an org that is not there.
  virtual void set_overrides(OrgId org, const QuotaOverrides& overrides) = 0;
  /// As it is in force: what the operator set, else the defaults.
  virtual Quota quota(OrgId org) = 0;
  /// Products and images are exact; queries and storage follow what QuotaMeter has exchanged.
  virtual Usage usage(OrgId org) = 0;

  /// An org whose storage was not measured for so long, and what record_storage() needs to know of the time before.
  struct Measurement {
    OrgId org;
    long last_entry = 0;
  };
  virtual std::optional<Measurement> due_for_measurement(std::chrono::seconds age) = 0;
  /// Takes what was measured in the place of all that was counted before.
  virtual void record_storage(const Measurement& measurement, long storage_bytes) = 0;
};

/// Counts what is used up request by request, in the process, and holds it to the org's quota. What several servers
/// count meets in the database at each exchange(), so an org can be over its quota by what they take between two.
/// Thread-safe.
class QuotaMeter {
 public:
  virtual ~QuotaMeter() = default;
  /// Counts a search. QuotaExceeded until midnight UTC where the day's are used up.
  virtual void take_query(OrgId org) = 0;
  /// Counts bytes that are about to be stored; where the org's storage does not hold them, QuotaExceeded.
  virtual void take_storage(OrgId org, long bytes) = 0;
  /// Hands what was counted to the database and learns what others counted and what the operator set.
  virtual void exchange() = 0;
};

}  // namespace likeness
