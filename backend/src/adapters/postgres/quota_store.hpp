#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/quota_store.hpp"

namespace likeness {

/// Measurements are for the worker's pool, the rest works for both roles.
class PostgresQuotaStore final : public QuotaStore {
 public:
  PostgresQuotaStore(PostgresConnectionPool& pool, Quota defaults) : pool_(pool), defaults_(defaults) {}

  QuotaOverrides overrides(OrgId org) override;
  void set_overrides(OrgId org, const QuotaOverrides& overrides) override;
  Quota quota(OrgId org) override;
  Usage usage(OrgId org) override;
  std::optional<Measurement> due_for_measurement(std::chrono::seconds age) override;
  void record_storage(const Measurement& measurement, long storage_bytes) override;

 private:
  PostgresConnectionPool& pool_;
  const Quota defaults_;
};

}  // namespace likeness
