#pragma once

#include "ports/security.hpp"

namespace likeness {

/// A tag of 16 bytes, BLAKE2b keyed with a key that is derived from the server's for this use alone, in front of the
/// text. Thread-safe.
class SodiumTextSigner final : public TextSigner {
 public:
  /// `server_key` has 32 bytes.
  explicit SodiumTextSigner(const Bytes& server_key);
  ~SodiumTextSigner() override;

  std::string sign(std::string_view text, std::string_view context) override;
  std::optional<std::string> open(std::string_view signed_text, std::string_view context) override;

 private:
  Bytes key_;
};

}  // namespace likeness
