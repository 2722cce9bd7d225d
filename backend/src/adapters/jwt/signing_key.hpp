#pragma once

#include <filesystem>
#include <string>

namespace likeness {

/// A P-256 key pair in PEM, and its name: the first 16 hex digits of the SHA-256 of the public key (DER).
struct SigningKey {
  std::string private_pem;
  std::string public_pem;
  std::string key_id;
};

/// Reads the pair from a private PEM; Error{invalid_argument} where it is no P-256 private key.
SigningKey read_signing_key(const std::string& private_pem);

/// Reads <directory>/signing-key.pem (0600), which is generated where it is missing; two processes that start at once
/// get the same key. Error{unavailable} where the file cannot be read or written.
SigningKey load_or_create_signing_key(const std::filesystem::path& directory);

}  // namespace likeness
