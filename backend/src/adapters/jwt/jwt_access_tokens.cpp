#include "adapters/jwt/jwt_access_tokens.hpp"

#include <cjose/base64.h>
#include <cjose/header.h>
#include <cjose/jws.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "adapters/jwt/strict_json.hpp"

namespace likeness {
namespace {

using nlohmann::json;

constexpr std::size_t kTokenLengthMax = 4096;
constexpr std::chrono::seconds kClockSkew{5};
constexpr const char* kAlgorithm = "ES256";
constexpr const char* kType = "at+jwt";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

struct ReleaseJws {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
struct ReleaseHeader {
  void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
using Jws = std::unique_ptr<cjose_jws_t, ReleaseJws>;
using Header = std::unique_ptr<cjose_header_t, ReleaseHeader>;

[[noreturn]] void refuse() {
  throw Error(ErrorKind::unauthenticated, "the access token is not valid or has expired: log in again");
}

void require_made(bool made) {
  if (!made) throw Error(ErrorKind::internal, "an access token cannot be made");
}

/// The bytes that a base64url text stands for, where it is the one spelling of them.
std::string decoded(const std::string& text) {
  // cjose ends the process by an assertion where a "=" stands behind one letter of a group.
  if (text.empty() || text.size() % 4 == 1 || text.find_first_not_of(kBase64Url) != std::string::npos) refuse();
  std::uint8_t* raw = nullptr;
  std::size_t size = 0;
  if (!cjose_base64url_decode(text.data(), text.size(), &raw, &size, nullptr)) refuse();
  const std::unique_ptr<std::uint8_t, decltype(&std::free)> bytes(raw, &std::free);
  char* again = nullptr;
  std::size_t again_size = 0;
  if (!cjose_base64url_encode(raw, size, &again, &again_size, nullptr)) refuse();
  const std::unique_ptr<char, decltype(&std::free)> canonical(again, &std::free);
  if (std::string_view(again, again_size) != text) refuse();
  return std::string(reinterpret_cast<const char*>(raw), size);
}

json object_in(const std::string& text) {
  auto object = parse_strict_object(text);
  if (!object) refuse();
  return *std::move(object);
}

bool is_text(const json& object, const char* name, const std::string& expected) {
  const auto value = object.find(name);
  return value != object.end() && value->is_string() && value->get_ref<const std::string&>() == expected;
}

std::string text_claim(const json& payload, const char* name) {
  const auto value = payload.find(name);
  if (value == payload.end() || !value->is_string()) refuse();
  return *value;
}

TimePoint time_claim(const json& payload, const char* name) {
  const auto value = payload.find(name);
  if (value == payload.end() || !value->is_number_integer()) refuse();
  const auto seconds = value->get<std::int64_t>();
  if (seconds <= 0 || seconds > 253'402'300'799) refuse();
  return TimePoint(std::chrono::seconds(seconds));
}

std::int64_t seconds_of(TimePoint time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

}  // namespace

JwtAccessTokens::JwtAccessTokens(const std::vector<SigningKey>& keys, std::string issuer, std::string audience)
    : issuer_(std::move(issuer)), audience_(std::move(audience)) {
  if (keys.empty()) throw Error(ErrorKind::invalid_argument, "there is no key to sign access tokens with");
  signing_key_id_ = keys.front().key_id;
  signing_key_ = private_jwk(keys.front());
  for (const SigningKey& key : keys) keys_.emplace(key.key_id, public_jwk(key));
}

std::string JwtAccessTokens::issue(const AccessClaims& claims) {
  const std::int64_t issued_at = seconds_of(now());
  const std::string payload = json{{"iss", issuer_},
                                   {"aud", audience_},
                                   {"sub", claims.user_id.to_string()},
                                   {"org", claims.org_id.to_string()},
                                   {"sid", claims.session_id.to_string()},
                                   {"iat", issued_at},
                                   {"nbf", issued_at},
                                   {"exp", seconds_of(claims.expires_at)}}
                                  .dump();
  const Header header(cjose_header_new(nullptr));
  require_made(header && cjose_header_set(header.get(), CJOSE_HDR_ALG, kAlgorithm, nullptr) &&
               cjose_header_set(header.get(), "typ", kType, nullptr) &&
               cjose_header_set(header.get(), CJOSE_HDR_KID, signing_key_id_.c_str(), nullptr));
  const Jws token(cjose_jws_sign(signing_key_.get(), header.get(),
                                 reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size(), nullptr));
  const char* text = nullptr;
  require_made(token && cjose_jws_export(token.get(), &text, nullptr));
  return text;
}

AccessClaims JwtAccessTokens::verify(const std::string& token) {
  if (token.empty() || token.size() > kTokenLengthMax || token.find('\0') != std::string::npos) refuse();
  return read_claims(object_in(verified_payload(token)));
}

/// What a token says of itself is checked before a key is used on it at all.
std::string JwtAccessTokens::verified_payload(const std::string& token) const {
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  if (first == std::string::npos || first == last || token.find('.', first + 1) != last) refuse();
  const json header = object_in(decoded(token.substr(0, first)));
  const std::string payload = decoded(token.substr(first + 1, last - first - 1));
  decoded(token.substr(last + 1));
  if (header.size() != 3 || !is_text(header, "alg", kAlgorithm) || !is_text(header, "typ", kType)) refuse();
  const auto key = keys_.find(text_claim(header, "kid"));
  if (key == keys_.end()) refuse();
  const Jws signed_token(cjose_jws_import(token.data(), token.size(), nullptr));
  if (!signed_token || !cjose_jws_verify(signed_token.get(), key->second.get(), nullptr)) refuse();
  return payload;
}

AccessClaims JwtAccessTokens::read_claims(const json& payload) const {
  if (!is_text(payload, "iss", issuer_) || !is_text(payload, "aud", audience_)) refuse();
  const TimePoint current = now();
  AccessClaims claims;
  claims.expires_at = time_claim(payload, "exp");
  if (claims.expires_at <= current || time_claim(payload, "nbf") > current + kClockSkew ||
      time_claim(payload, "iat") > current + kClockSkew)
    refuse();
  try {
    claims.user_id = UserId::parse(text_claim(payload, "sub"));
    claims.org_id = OrgId::parse(text_claim(payload, "org"));
    claims.session_id = SessionId::parse(text_claim(payload, "sid"));
  } catch (const Error&) {
    refuse();
  }
  return claims;
}

}  // namespace likeness
