#include "adapters/sodium/sodium_webhook_signer.hpp"

#include <sodium.h>

#include <array>

#include "adapters/sodium/base64.hpp"
#include "base/bytes.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kPrefix[] = "whsec_";
constexpr std::size_t kPrefixLength = sizeof kPrefix - 1;
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kSecretBytesMin = 24;  // Standard Webhooks: from 24 bytes to 64
constexpr std::size_t kSecretBytesMax = 64;

Bytes key_of(const std::string& secret) {
  Bytes key(kSecretBytesMax);
  std::size_t size = 0;
  const bool is_read =
      secret.starts_with(kPrefix) &&
      sodium_base642bin(key.data(), key.size(), secret.data() + kPrefixLength, secret.size() - kPrefixLength, nullptr,
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
  if (!is_read || size < kSecretBytesMin)
    throw Error(ErrorKind::corrupt_data, "the secret of the webhook is broken: rotate it");
  key.resize(size);
  return key;
}

void add(crypto_auth_hmacsha256_state& state, const std::string& text) {
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

}  // namespace

SodiumWebhookSigner::SodiumWebhookSigner() {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
}

std::string SodiumWebhookSigner::new_secret() {
  std::array<std::uint8_t, kSecretBytes> key{};
  randombytes_buf(key.data(), key.size());
  return kPrefix + base64(key);
}

std::string SodiumWebhookSigner::sign(const std::string& secret, const std::string& id, const std::string& timestamp,
                                      const std::string& body) {
  Bytes key = key_of(secret);
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  add(state, id + "." + timestamp + ".");
  add(state, body);
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> signature{};
  crypto_auth_hmacsha256_final(&state, signature.data());
  sodium_memzero(key.data(), key.size());
  return "v1," + base64(signature);
}

}  // namespace likeness
