#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/api_key_store.hpp"

namespace likeness {

/// Runs as likeness_app; keys and origins are looked up in global tables, by exact match.
class PostgresApiKeyStore final : public ApiKeyStore {
 public:
  explicit PostgresApiKeyStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  ApiKey create(OrgId org, const ApiKeySetup& setup, const std::string& created_by, const std::string& key_sha256,
                int count_max) override;
  ApiKeyPage keys(OrgId org, const std::optional<ApiKeyId>& after, int limit) override;
  ApiKey key(OrgId org, ApiKeyId id) override;
  ApiKey update(OrgId org, ApiKeyId id, const ApiKeySetup& setup) override;
  void revoke(OrgId org, ApiKeyId id) override;
  std::optional<CurrentApiKey> find(const std::string& key_sha256) override;
  std::string secret_sha256(OrgId org, ApiKeyId id) override;
  bool is_origin_of_any(const std::string& origin) override;
  void record_use(OrgId org, ApiKeyId id) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
