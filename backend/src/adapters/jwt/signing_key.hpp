#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace likeness {

/// A P-256 key pair: its parts, 32 bytes each, and its name, the first 16 hex digits of the SHA-256 of the public key
/// (DER).
struct SigningKey {
  std::string key_id;
  Bytes public_x;
  Bytes public_y;
  Bytes private_d;
};

/// Reads the pair from a private PEM; Error{invalid_argument} where it is no P-256 private key.
SigningKey read_signing_key(const std::string& private_pem);

/// Reads <directory>/signing-key.pem (0600), which is generated where it is missing; two processes that start at once
/// get the same key. Error{unavailable} where the file cannot be read or written.
SigningKey load_or_create_signing_key(const std::filesystem::path& directory);

/// That key first, then those of <directory>/signing-key-*.pem: keys of before, under which tokens may still be in use.
std::vector<SigningKey> load_signing_keys(const std::filesystem::path& directory);

}  // namespace likeness
