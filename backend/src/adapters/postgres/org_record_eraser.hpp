#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/org_records.hpp"

namespace likeness {

/// By the functions of the schema that find every table of orgs in the catalogue. Runs as likeness_worker.
class PostgresOrgRecordEraser final : public OrgRecordEraser {
 public:
  explicit PostgresOrgRecordEraser(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  long erase_rows(const ClaimedOrgOperation& erasure, int limit) override;
  long erase_members(const ClaimedOrgOperation& erasure, int limit) override;
  void erase_org(const ClaimedOrgOperation& erasure) override;
  void note_removed(const ClaimedOrgOperation& erasure, const std::string& store, long count) override;
  std::map<std::string, long> removed(const ClaimedOrgOperation& erasure) override;
  std::map<std::string, long> left(OrgId org) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
