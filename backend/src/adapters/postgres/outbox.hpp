#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/job_store.hpp"

namespace likeness {

/// Adds a wake-up for workers of a unit, to be published after the commit. One per unit and call is enough.
void add_wake_up(SqlTransaction& transaction, OrgId org, Unit unit, const std::string& payload);

/// Runs as likeness_worker, across orgs. Published rows are deleted.
class PostgresOutbox final : public Outbox {
 public:
  explicit PostgresOutbox(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  std::vector<OutboxMessage> unpublished(int limit) override;
  void mark_published(std::span<const std::int64_t> ids) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
