#include "adapters/sodium/sodium_secret_box.hpp"

#include <sodium.h>

namespace likeness {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kOverheadBytes = 1 + kNonceBytes + kTagBytes;

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

SodiumSecretBox::SodiumSecretBox(Bytes key) : key_(std::move(key)) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  if (key_.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
    throw Error(ErrorKind::invalid_argument, "the server's key is not 32 bytes long");
}

SodiumSecretBox::~SodiumSecretBox() { sodium_memzero(key_.data(), key_.size()); }

Bytes SodiumSecretBox::seal(const std::string& secret, const std::string& context) {
  Bytes sealed(kOverheadBytes + secret.size());
  sealed[0] = kVersion;
  unsigned char* nonce = sealed.data() + 1;
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, bytes_of(secret), secret.size(),
                                             bytes_of(context), context.size(), nullptr, nonce, key_.data());
  return sealed;
}

std::string SodiumSecretBox::open(std::span<const std::uint8_t> sealed, const std::string& context) {
  const Error closed(ErrorKind::corrupt_data,
                     "a stored secret cannot be opened with this server's secrets.key: restore the key that sealed it, "
                     "or give the secret again");
  if (sealed.size() < kOverheadBytes || sealed[0] != kVersion) throw closed;
  std::string secret(sealed.size() - kOverheadBytes, '\0');
  const unsigned char* nonce = sealed.data() + 1;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(secret.data()), nullptr, nullptr,
                                                 nonce + kNonceBytes, sealed.size() - 1 - kNonceBytes,
                                                 bytes_of(context), context.size(), nonce, key_.data()) != 0)
    throw closed;
  return secret;
}

}  // namespace likeness
