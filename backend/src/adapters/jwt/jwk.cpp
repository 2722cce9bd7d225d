#include "adapters/jwt/jwk.hpp"

#include "base/error.hpp"

namespace likeness {
namespace {

Jwk make_jwk(const SigningKey& key, bool with_private_part) {
  Bytes x = key.public_x, y = key.public_y, d = key.private_d;
  cjose_jwk_ec_keyspec spec{};
  spec.crv = CJOSE_JWK_EC_P_256;
  spec.x = x.data();
  spec.xlen = x.size();
  spec.y = y.data();
  spec.ylen = y.size();
  if (with_private_part) {
    spec.d = d.data();
    spec.dlen = d.size();
  }
  Jwk made(cjose_jwk_create_EC_spec(&spec, nullptr));
  if (!made) throw Error(ErrorKind::internal, "the signing key cannot be used");
  return made;
}

}  // namespace

Jwk private_jwk(const SigningKey& key) { return make_jwk(key, true); }
Jwk public_jwk(const SigningKey& key) { return make_jwk(key, false); }

}  // namespace likeness
