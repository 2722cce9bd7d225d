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

 private:
  Ports ports_;
};

/// To be called in the transaction that changes or revokes a key.
void announce_api_key_change(ApiKeyStore& keys, StandingCache& standings, OrgId org, ApiKeyId id);

}  // namespace likeness::gateway
