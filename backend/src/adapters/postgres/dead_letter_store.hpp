#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/dead_letter_store.hpp"

namespace likeness {

class PostgresDeadLetterStore final : public DeadLetterStore {
 public:
  explicit PostgresDeadLetterStore(PostgresConnectionPool& pool) : pool_(pool) {}

  DeadLetterPage list(OrgId org, const DeadLetterFilter& filter, std::optional<JobId> after, int limit) override;
  void retry(OrgId org, JobId id) override;
  int retry_all(OrgId org, const DeadLetterFilter& filter, int limit) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
