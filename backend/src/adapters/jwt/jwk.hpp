#pragma once

#include <cjose/jwk.h>

#include <memory>

#include "adapters/jwt/signing_key.hpp"

namespace likeness {

struct ReleaseJwk {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
/// A key in the library's own form. Signing and verifying with one on several threads at once is safe.
using Jwk = std::unique_ptr<cjose_jwk_t, ReleaseJwk>;

Jwk private_jwk(const SigningKey& key);
Jwk public_jwk(const SigningKey& key);

}  // namespace likeness
