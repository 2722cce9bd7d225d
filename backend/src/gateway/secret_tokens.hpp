#pragma once

#include <string>
#include <string_view>

#include "ports/security.hpp"

namespace likeness::gateway {

/// A secret that is shown once, and the hash by which it is known afterwards.
struct SecretToken {
  std::string text;    ///< its prefix and 256 random bits, base64url
  std::string sha256;  ///< lower-case hex
};

SecretToken make_secret_token(Digest& digest, std::string_view prefix);
/// The hash of a token that somebody shows.
std::string sha256_of(Digest& digest, std::string_view token);

}  // namespace likeness::gateway
