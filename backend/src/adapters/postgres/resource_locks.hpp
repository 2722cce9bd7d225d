#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/resource_locks.hpp"

namespace likeness {

/// Locks the row that an id names, in the table of its prefix. What has no row of its own is held by its name, which
/// keeps out only those that lock it too.
class PostgresResourceLocks final : public ResourceLocks {
 public:
  explicit PostgresResourceLocks(PostgresConnectionPool& app_pool) : pool_(app_pool) {}
  void lock(OrgId org, const std::string& id) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
