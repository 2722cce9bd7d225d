#pragma once

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <vector>

#include "adapters/jwt/jwk.hpp"
#include "adapters/jwt/signing_key.hpp"
#include "ports/security.hpp"

namespace likeness {

/// Access tokens by cjose, ES256 and nothing else (RFC 8725, RFC 9068). A token is trusted only when its header is
/// exactly {alg: ES256, typ: at+jwt, kid: <one of our keys>}, so one that names a key (jku, x5u, jwk) or asks for
/// something (crit) is refused, and its signature, issuer, audience, times and claims are right. Each token has one
/// spelling: what merely decodes to the same bytes is refused too.
class JwtAccessTokens : public AccessTokens {
 public:
  /// The first key signs, all of them verify. Error{invalid_argument} where there is none.
  JwtAccessTokens(const std::vector<SigningKey>& keys, std::string issuer, std::string audience);

  std::string issue(const AccessClaims& claims) override;
  AccessClaims verify(const std::string& token) override;

 private:
  std::string verified_payload(const std::string& token) const;
  AccessClaims read_claims(const nlohmann::json& payload) const;

  std::string signing_key_id_;
  Jwk signing_key_;
  std::map<std::string, Jwk> keys_;
  const std::string issuer_;
  const std::string audience_;
};

}  // namespace likeness
