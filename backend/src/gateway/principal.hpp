#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.hpp"

namespace likeness::gateway {

/// Who sent a request. `roles` are words of `x-roles`: operator, owner, admin, editor, viewer, or the scopes of an API
/// key; empty for nobody.
struct Principal {
  enum class Kind { nobody, operator_token, user, api_key };

  Kind kind = Kind::nobody;
  std::optional<UserId> user_id;
  std::optional<SessionId> session_id;  ///< of a user
  std::optional<ApiKeyId> api_key_id;
  std::vector<std::string> roles;
  std::vector<std::string> allowed_origins;  ///< of an API key: pages that may use it; see domain/origin.hpp

  /// Stable text for ownership: "operator", "user:usr_…", "key:key_…", "nobody".
  std::string to_string() const;
};

}  // namespace likeness::gateway
