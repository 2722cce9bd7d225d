#pragma once

#include "ports/security.hpp"

namespace likeness {

/// XChaCha20-Poly1305 with a random nonce; the context is authenticated beside the secret. A sealed secret is a version
/// byte (1), the nonce (24 bytes), and the ciphertext with its tag. Thread-safe.
class SodiumSecretBox final : public SecretBox {
 public:
  /// `key` has 32 bytes.
  explicit SodiumSecretBox(Bytes key);
  ~SodiumSecretBox() override;

  Bytes seal(const std::string& secret, const std::string& context) override;
  std::string open(std::span<const std::uint8_t> sealed, const std::string& context) override;

 private:
  Bytes key_;
};

}  // namespace likeness
