#pragma once

#include <string>

#include "gateway/api_key_uses.hpp"
#include "gateway/request.hpp"
#include "ports/api_key_store.hpp"
#include "ports/security.hpp"
#include "ports/standing.hpp"

namespace likeness::gateway {

/// Every API key starts with this.
inline constexpr std::string_view kApiKeyPrefix = "lk_key_";

/// Says which org and which scopes an API key stands for. What is read from the database is kept by the standing cache,
/// which no change of the key outlives. Thread-safe; everything must outlive it.
class ApiKeyAuthentication {
 public:
  struct Ports {
    ApiKeyStore& keys;
    StandingCache& standings;
    Digest& digest;
    ApiKeyUses& uses;
  };
  explicit ApiKeyAuthentication(const Ports& ports) : ports_(ports) {}

  /// Sets `principal` and `org_id`. Error{unauthenticated} for a key that is revoked, expired or nobody's.
  void authenticate(const std::string& key, Request& request) const;

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
