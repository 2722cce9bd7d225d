#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/object_ledger.hpp"

namespace likeness {

/// note() works for both roles; collect() is for the worker's.
class PostgresObjectLedger final : public ObjectLedger {
 public:
  explicit PostgresObjectLedger(PostgresConnectionPool& pool) : pool_(pool) {}
  void note(OrgId org, const std::string& content_sha256) override;
  int collect(std::chrono::seconds grace, int limit,
              const std::function<void(OrgId, const std::string& content_sha256)>& remove) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
