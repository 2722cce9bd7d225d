#pragma once

#include <string>

#include "gateway/api_key_uses.hpp"
#include "gateway/credential.hpp"
#include "ports/api_key_store.hpp"
#include "ports/identity_store.hpp"
#include "ports/security.hpp"
#include "ports/standing.hpp"

namespace likeness::gateway {

/// Every API key starts with this.
inline constexpr std::string_view kApiKeyPrefix = "lk_key_";

/// An API key, which stands for its org and its scopes. What is read from the database is kept by the standing cache,
/// which no change of the key outlives. Thread-safe; everything must outlive it.
class ApiKeyCredential final : public Credential {
 public:
  struct Ports {
    ApiKeyStore& keys;
    StandingCache& standings;
    Digest& digest;
    IdentityStore& identities;
    ApiKeyUses& uses;
  };
  explicit ApiKeyCredential(const Ports& ports) : ports_(ports) {}

  bool recognizes(std::string_view token) const override { return token.starts_with(kApiKeyPrefix); }
  void authenticate(const std::string& key, Request& request) const override;

  /// What a request needs to know of a key.
  struct KeyFacts {
    OrgId org_id;
    ApiKeyId id;
    std::vector<std::string> scopes;
    std::vector<std::string> allowed_origins;
    std::optional<TimePoint> expires_at;
  };

 private:
  /// From the cache, or from the database. Error{unauthenticated}.
  KeyFacts facts_now(const std::string& sha256) const;
  std::optional<std::string> word_on(const std::string& subject) const;

  Ports ports_;
};

/// To be called in the transaction that changes or revokes a key.
void announce_api_key_change(ApiKeyStore& keys, StandingCache& standings, OrgId org, ApiKeyId id);

}  // namespace likeness::gateway
