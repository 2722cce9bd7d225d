#pragma once

#include <filesystem>
#include <memory>

#include "ports/security.hpp"

namespace likeness {

/// SHA-256 and random tokens by libsodium. Thread-safe.
class SodiumDigest : public Digest {
 public:
  SodiumDigest();
  std::string sha256_hex(std::span<const std::uint8_t> bytes) override;
  std::unique_ptr<DigestStream> sha256_stream() override;
  std::string random_token(int byte_count) override;
  /// Reads the file piece by piece; Error{not_found} where it cannot be opened.
  std::string sha256_hex_of_file(const std::filesystem::path& file);
};

/// SHA-256 over bytes that come in pieces. For one thread.
class Sha256Stream final : public DigestStream {
 public:
  Sha256Stream();
  ~Sha256Stream() override;
  void update(std::span<const std::uint8_t> piece) override;
  std::string finish_hex() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether two secrets are equal, in time that depends on their length only.
bool equals_in_constant_time(std::string_view left, std::string_view right);

}  // namespace likeness
