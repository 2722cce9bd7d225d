#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Links by which a user may set a new password once. Thread-safe.
class PasswordResetStore {
 public:
  virtual ~PasswordResetStore() = default;
  /// False, without one, where the user's newest is younger than `pause`.
  virtual bool create(UserId user, const std::string& token_sha256, TimePoint expires_at,
                      std::chrono::seconds pause) = 0;
  /// Whose it is; nullopt where it is used, expired or unknown.
  virtual std::optional<UserId> find(const std::string& token_sha256) = 0;
  /// Uses it up, with every other of that user, and sets the password; of two at once one gets Error{gone}.
  virtual UserId complete(const std::string& token_sha256, const std::string& password_hash) = 0;
};

}  // namespace likeness
