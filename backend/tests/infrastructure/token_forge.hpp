#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

typedef struct evp_pkey_st EVP_PKEY;

namespace likeness::tests {

std::string base64url(const std::string& bytes);

/// Signs whatever it is given, with a real key, so that a token is wrong in one place only.
class TokenForge {
 public:
  /// A P-256 private key in PEM.
  explicit TokenForge(const std::filesystem::path& key_file);
  ~TokenForge();

  /// ES256 over header and payload, as they are.
  std::string sign(const std::string& header, const std::string& payload) const;
  /// The same over another digest, as ES384 and ES512 have it: "SHA384".
  std::string sign_over(const char* digest, const std::string& header, const std::string& payload) const;
  /// The signature alone, base64url of r and s.
  std::string signature(const std::string& signed_text, const char* digest = "SHA256") const;
  std::string der_signature(const std::string& signed_text, const char* digest = "SHA256") const;
  std::string public_pem() const;
  /// The public key as a JWK.
  nlohmann::json jwk() const;

 private:
  EVP_PKEY* key_ = nullptr;
};

struct ForgedToken {
  std::string what;
  std::string token;
};

/// What a forged token starts from: a token that is valid, its parts, and keys.
struct ForgeryBase {
  const TokenForge& ours;
  const TokenForge& theirs;
  nlohmann::json header;
  nlohmann::json payload;
  std::string their_key_id;
};

/// Some hundred tokens, none of which may be let in.
std::vector<ForgedToken> forged_tokens(const ForgeryBase& base);

}  // namespace likeness::tests
