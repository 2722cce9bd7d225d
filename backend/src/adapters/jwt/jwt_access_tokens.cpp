#include "adapters/jwt/jwt_access_tokens.hpp"

#include <jwt.h>

#include <cerrno>
#include <cstdlib>
#include <memory>

namespace likeness {
namespace {

constexpr std::size_t kTokenLengthMax = 4096;
constexpr std::chrono::seconds kClockSkew{5};

using Token = std::unique_ptr<jwt_t, decltype(&jwt_free)>;
using Text = std::unique_ptr<char, decltype(&std::free)>;

[[noreturn]] void refuse() {
  throw Error(ErrorKind::unauthenticated, "the access token is not valid or has expired: log in again");
}

void require(int failure_code) {
  if (failure_code != 0) throw Error(ErrorKind::internal, "an access token cannot be made");
}

/// Null where the text is no token, or where `pem` is given and its signature is not by that key.
Token decode(const std::string& text, const std::string* pem) {
  jwt_t* token = nullptr;
  const auto* key = pem ? reinterpret_cast<const unsigned char*>(pem->data()) : nullptr;
  const int failed = jwt_decode(&token, text.c_str(), key, pem ? static_cast<int>(pem->size()) : 0);
  return Token(failed == 0 ? token : nullptr, &jwt_free);
}

std::string header(const Token& token, const char* name) {
  const char* value = jwt_get_header(token.get(), name);
  return value ? value : "";
}

/// RFC 7515: a header that says "crit" must be understood, and we understand none.
bool has_critical_headers(const Token& token) {
  return Text(jwt_get_headers_json(token.get(), "crit"), &std::free) != nullptr;
}

std::string claim(const Token& token, const char* name) {
  const char* value = jwt_get_grant(token.get(), name);
  return value ? value : "";
}

/// A time claim in seconds; one that is missing or no number is refused.
TimePoint time_claim(const Token& token, const char* name) {
  errno = 0;
  const long seconds = jwt_get_grant_int(token.get(), name);
  if (errno != 0 || seconds <= 0 || seconds > 253'402'300'799) refuse();
  return TimePoint(std::chrono::seconds(seconds));
}

long seconds_of(TimePoint time) {
  return static_cast<long>(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

}  // namespace

JwtAccessTokens::JwtAccessTokens(SigningKey key, std::string issuer, std::string audience)
    : key_(std::move(key)), issuer_(std::move(issuer)), audience_(std::move(audience)) {}

std::string JwtAccessTokens::issue(const AccessClaims& claims) {
  jwt_t* raw = nullptr;
  require(jwt_new(&raw));
  const Token token(raw, &jwt_free);
  require(jwt_set_alg(raw, JWT_ALG_ES256, reinterpret_cast<const unsigned char*>(key_.private_pem.data()),
                      static_cast<int>(key_.private_pem.size())));
  require(jwt_add_header(raw, "kid", key_.key_id.c_str()));
  require(jwt_add_grant(raw, "iss", issuer_.c_str()));
  require(jwt_add_grant(raw, "aud", audience_.c_str()));
  require(jwt_add_grant(raw, "sub", claims.user_id.to_string().c_str()));
  require(jwt_add_grant(raw, "org", claims.org_id.to_string().c_str()));
  require(jwt_add_grant(raw, "role", claims.role.c_str()));
  const long issued_at = seconds_of(now());
  require(jwt_add_grant_int(raw, "iat", issued_at));
  require(jwt_add_grant_int(raw, "nbf", issued_at));
  require(jwt_add_grant_int(raw, "exp", seconds_of(claims.expires_at)));
  const Text text(jwt_encode_str(raw), &std::free);
  if (!text) throw Error(ErrorKind::internal, "an access token cannot be signed");
  return text.get();
}

AccessClaims JwtAccessTokens::verify(const std::string& token) {
  if (token.empty() || token.size() > kTokenLengthMax || token.find('\0') != std::string::npos) refuse();
  // Read without a key first: what the token says of itself is checked before the key is used on it at all.
  const Token unverified = decode(token, nullptr);
  if (!unverified || header(unverified, "alg") != "ES256" || header(unverified, "kid") != key_.key_id ||
      header(unverified, "typ") != "JWT" || has_critical_headers(unverified))
    refuse();
  const Token verified = decode(token, &key_.public_pem);
  if (!verified || jwt_get_alg(verified.get()) != JWT_ALG_ES256) refuse();
  if (claim(verified, "iss") != issuer_ || claim(verified, "aud") != audience_) refuse();
  const TimePoint current = now();
  AccessClaims claims;
  claims.expires_at = time_claim(verified, "exp");
  if (claims.expires_at <= current || time_claim(verified, "nbf") > current + kClockSkew) refuse();
  claims.role = claim(verified, "role");
  if (claims.role.empty()) refuse();
  try {
    claims.user_id = UserId::parse(claim(verified, "sub"));
    claims.org_id = OrgId::parse(claim(verified, "org"));
  } catch (const Error&) {
    refuse();
  }
  return claims;
}

}  // namespace likeness
