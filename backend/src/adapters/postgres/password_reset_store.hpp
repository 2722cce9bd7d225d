#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/password_reset_store.hpp"

namespace likeness {

/// Runs as likeness_app on global tables.
class PostgresPasswordResetStore final : public PasswordResetStore {
 public:
  explicit PostgresPasswordResetStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  bool create(UserId user, const std::string& token_sha256, TimePoint expires_at, std::chrono::seconds pause) override;
  std::optional<UserId> find(const std::string& token_sha256) override;
  UserId complete(const std::string& token_sha256, const std::string& password_hash) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
