#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/setup_link_store.hpp"

namespace likeness {

/// Runs as likeness_app on a global table.
class PostgresSetupLinkStore final : public SetupLinkStore {
 public:
  explicit PostgresSetupLinkStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  void offer(const std::string& token_sha256) override;
  bool is_offered(const std::string& token_sha256) override;
  void take(const std::string& token_sha256) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
