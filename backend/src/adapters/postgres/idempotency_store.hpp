#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/idempotency_store.hpp"

namespace likeness {

/// Keys of an org lie under its row-level security. Those of requests that act on no org lie in a table of their own
/// that has no org_id.
class PostgresIdempotencyStore final : public IdempotencyStore {
 public:
  PostgresIdempotencyStore(PostgresConnectionPool& app_pool, PostgresConnectionPool& worker_pool)
      : pool_(app_pool), worker_pool_(worker_pool) {}

  bool try_hold(const IdempotencyScope& scope) override;
  std::optional<KeptAnswer> find(const IdempotencyScope& scope) override;
  void keep(const IdempotencyScope& scope, const KeptAnswer& answer, std::chrono::seconds lifetime) override;
  void remove_expired(int limit) override;

 private:
  PostgresConnectionPool& pool_;
  PostgresConnectionPool& worker_pool_;
};

}  // namespace likeness
