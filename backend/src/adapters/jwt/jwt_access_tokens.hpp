#pragma once

#include "adapters/jwt/signing_key.hpp"
#include "ports/security.hpp"

namespace likeness {

/// Access tokens by libjwt, ES256 and nothing else. A token is trusted only when its algorithm, key id, type,
/// signature, issuer, audience, times and all of its claims are right (RFC 8725); headers that name keys are not
/// looked at. libjwt knows no other type than "JWT".
class JwtAccessTokens : public AccessTokens {
 public:
  JwtAccessTokens(SigningKey key, std::string issuer, std::string audience);

  std::string issue(const AccessClaims& claims) override;
  AccessClaims verify(const std::string& token) override;

 private:
  const SigningKey key_;
  const std::string issuer_;
  const std::string audience_;
};

}  // namespace likeness
