#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

constexpr int kRandomBytes = 32;

}  // namespace

SecretToken make_secret_token(Digest& digest, std::string_view prefix) {
  std::string text = std::string(prefix) + digest.random_token(kRandomBytes);
  std::string sha256 = sha256_of(digest, text);
  return {std::move(text), std::move(sha256)};
}

std::string sha256_of(Digest& digest, std::string_view token) {
  return digest.sha256_hex({reinterpret_cast<const std::uint8_t*>(token.data()), token.size()});
}

}  // namespace likeness::gateway
