#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/org_records.hpp"

namespace likeness {

/// Reads rows under one org and writes them under the other, in one transaction. Columns are those of the catalogue, so
/// that none is forgotten. Runs as likeness_worker.
class PostgresOrgCloner final : public OrgCloner {
 public:
  explicit PostgresOrgCloner(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  long clone_feeds(OrgId from, OrgId to) override;
  ClonedPage clone_products(OrgId from, OrgId to, const std::string& after, int limit) override;
  long count_products(OrgId from) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
