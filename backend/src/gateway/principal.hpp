#pragma once

#include <optional>
#include <string>

#include "domain/ids.hpp"

namespace likeness::gateway {

/// Who sent a request. `role` is a word of `x-roles`: operator, owner, admin, editor, viewer; empty for nobody.
struct Principal {
  enum class Kind { nobody, operator_token, user };

  Kind kind = Kind::nobody;
  std::optional<UserId> user_id;
  std::string role;

  /// Stable text for ownership: "operator", "user:usr_…", "nobody".
  std::string to_string() const;
};

}  // namespace likeness::gateway
