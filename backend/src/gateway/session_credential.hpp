#pragma once

#include "gateway/credential.hpp"
#include "ports/identity_store.hpp"
#include "ports/security.hpp"
#include "ports/session_store.hpp"
#include "ports/standing.hpp"

namespace likeness::gateway {

/// Access tokens of signed-in users. What a token says is who and where; whether its session is open and what the role
/// is comes from the standing at this moment. Whatever no other kind of credential recognizes is held for one.
class SessionCredential final : public Credential {
 public:
  struct Parts {
    AccessTokens& tokens;
    StandingCache& standings;
    SessionStore& sessions;
    IdentityStore& identities;
  };
  /// The parts must outlive this.
  explicit SessionCredential(const Parts& parts) : parts_(parts) {}

  bool recognizes(std::string_view) const override { return true; }
  void authenticate(const std::string& token, Request& request) const override;

 private:
  std::string role_now(const AccessClaims& claims) const;

  const Parts parts_;
};

}  // namespace likeness::gateway
