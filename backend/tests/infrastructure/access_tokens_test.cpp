#include <gmock/gmock.h>
#include <jwt.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "adapters/jwt/jwt_access_tokens.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::seconds;

class AccessTokensTest : public ::testing::Test {
 protected:
  ScratchDirectory directory;
  SigningKey key = load_or_create_signing_key(directory.path());
  JwtAccessTokens tokens{key, "likeness", "likeness-api"};
  AccessClaims claims{.user_id = UserId::generate(),
                      .org_id = OrgId::generate(),
                      .role = "editor",
                      .expires_at = std::chrono::floor<seconds>(now()) + seconds(900)};

  void expect_refused(const std::string& token, const char* what) {
    EXPECT_EQ(kind_thrown([&] { tokens.verify(token); }), ErrorKind::unauthenticated) << what;
  }

  /// A token with all the right claims, signed in a wrong way.
  std::string forge(jwt_alg_t algorithm, const std::string& secret, const char* type = nullptr) {
    jwt_t* token = nullptr;
    jwt_new(&token);
    const auto* bytes = secret.empty() ? nullptr : reinterpret_cast<const unsigned char*>(secret.data());
    EXPECT_EQ(jwt_set_alg(token, algorithm, bytes, static_cast<int>(secret.size())), 0);
    jwt_add_header(token, "kid", key.key_id.c_str());
    if (type) jwt_add_header(token, "crit", type);
    jwt_add_grant(token, "iss", "likeness");
    jwt_add_grant(token, "aud", "likeness-api");
    jwt_add_grant(token, "sub", claims.user_id.to_string().c_str());
    jwt_add_grant(token, "org", claims.org_id.to_string().c_str());
    jwt_add_grant(token, "role", "owner");
    const long current = static_cast<long>(std::chrono::floor<seconds>(now()).time_since_epoch().count());
    jwt_add_grant_int(token, "nbf", current);
    jwt_add_grant_int(token, "exp", current + 900);
    char* text = jwt_encode_str(token);
    const std::string result = text ? text : "";
    std::free(text);
    jwt_free(token);
    return result;
  }
};

TEST_F(AccessTokensTest, ATokenOfOursSaysWhatWasIssued) {
  const AccessClaims verified = tokens.verify(tokens.issue(claims));
  EXPECT_EQ(verified.user_id, claims.user_id);
  EXPECT_EQ(verified.org_id, claims.org_id);
  EXPECT_EQ(verified.role, "editor");
  EXPECT_EQ(verified.expires_at, claims.expires_at);
}

TEST_F(AccessTokensTest, TheKeyIsMadeOnceAndKeptPrivate) {
  struct stat status{};
  ASSERT_EQ(::stat((directory / "signing-key.pem").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  EXPECT_EQ(load_or_create_signing_key(directory.path()).key_id, key.key_id);
  EXPECT_EQ(key.key_id.size(), 16u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
  EXPECT_EQ(kind_thrown([] { read_signing_key("no key"); }), ErrorKind::invalid_argument);
}

TEST_F(AccessTokensTest, RefusesForgedTokens) {
  const std::string good = tokens.issue(claims);
  EXPECT_NO_THROW(tokens.verify(forge(JWT_ALG_ES256, key.private_pem)));
  expect_refused(forge(JWT_ALG_NONE, ""), "alg none");
  expect_refused(forge(JWT_ALG_HS256, key.public_pem), "HS256 with the public key");
  expect_refused(forge(JWT_ALG_ES256, key.private_pem, "exp"), "crit");
  const ScratchDirectory elsewhere;
  SigningKey other = load_or_create_signing_key(elsewhere.path());
  expect_refused(JwtAccessTokens(other, "likeness", "likeness-api").issue(claims), "another key");
  expect_refused(forge(JWT_ALG_ES256, other.private_pem), "another key under our name");
  expect_refused(JwtAccessTokens(key, "likeness", "other").issue(claims), "audience");
  expect_refused(JwtAccessTokens(key, "other", "likeness-api").issue(claims), "issuer");
  const auto dot = good.find('.');
  const auto last = good.rfind('.');
  AccessClaims more = claims;
  more.role = "owner";
  const std::string stronger = tokens.issue(more);
  const std::string payload = stronger.substr(stronger.find('.'), stronger.rfind('.') - stronger.find('.'));
  expect_refused(good.substr(0, dot) + payload + good.substr(last), "payload of another token");
  expect_refused(good.substr(0, last + 1), "no signature");
  expect_refused(good.substr(0, last), "two parts");
}

TEST_F(AccessTokensTest, RefusesWhatIsOldOrIncomplete) {
  AccessClaims changed = claims;
  changed.expires_at = now() - seconds(1);
  expect_refused(tokens.issue(changed), "expired by a second");
  changed = claims;
  changed.role = "";
  expect_refused(tokens.issue(changed), "no role");
}

TEST_F(AccessTokensTest, RefusesGarbage) {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string("."), std::string(".."), std::string("a.b.c"),
        std::string("e30.e30."), std::string("....."), std::string(3, '\0'), std::string(100'000, 'a'),
        std::string("\xff\xfe.\xff.\xff"), std::string("bnVsbA.bnVsbA.bnVsbA"), std::string("W10.W10.W10")})
    expect_refused(text, text.substr(0, 20).c_str());
}

}  // namespace
}  // namespace likeness::tests
