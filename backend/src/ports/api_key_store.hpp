#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// What may be said of a key when it is made and later.
struct ApiKeySetup {
  std::string name;                          ///< one of its kind within the org
  std::vector<std::string> scopes;           ///< search, ingest, admin
  std::vector<std::string> allowed_origins;  ///< normalized; see domain/origin.hpp
  std::optional<TimePoint> expires_at;       ///< absent: never
};

struct ApiKey {
  ApiKeyId id;
  ApiKeySetup setup;
  std::string created_by;  ///< the principal, as text
  TimePoint created_at;
  std::optional<TimePoint> last_used_at;  ///< to the minute
};

struct ApiKeyPage {
  std::vector<ApiKey> keys;
  std::optional<ApiKeyId> next_after;  ///< absent on the last page
};

/// A key that is good at this moment, and the org that it acts on.
struct CurrentApiKey {
  OrgId org_id;
  ApiKey key;
};

/// API keys of orgs. Thread-safe.
class ApiKeyStore {
 public:
  virtual ~ApiKeyStore() = default;
  /// Error{conflict} where the name is taken, Error{forbidden} beyond `count_max` keys.
  virtual ApiKey create(OrgId org, const ApiKeySetup& setup, const std::string& created_by,
                        const std::string& key_sha256, int count_max) = 0;
  virtual ApiKeyPage keys(OrgId org, const std::optional<ApiKeyId>& after, int limit) = 0;
  /// Error{not_found}.
  virtual ApiKey key(OrgId org, ApiKeyId id) = 0;
  /// Error{not_found}; Error{conflict} where the name is taken.
  virtual ApiKey update(OrgId org, ApiKeyId id, const ApiKeySetup& setup) = 0;
  /// From now on nothing is done with it. Error{not_found}.
  virtual void revoke(OrgId org, ApiKeyId id) = 0;

  /// By the hash of the key, whichever org it belongs to; nullopt where it is revoked, expired or unknown.
  virtual std::optional<CurrentApiKey> find(const std::string& key_sha256) = 0;
  /// The hash by which find() knows the key. Error{not_found}.
  virtual std::string secret_sha256(OrgId org, ApiKeyId id) = 0;
  /// Whether some key of some org may be used from pages of this origin.
  virtual bool is_origin_of_any(const std::string& origin) = 0;
  /// Notes that the key is used now, at most once a minute.
  virtual void record_use(OrgId org, ApiKeyId id) = 0;
};

}  // namespace likeness
