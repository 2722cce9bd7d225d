#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <set>
#include <thread>

#include "adapters/jwt/jwt_access_tokens.hpp"
#include "infrastructure/private_services.hpp"
#include "infrastructure/token_forge.hpp"

namespace likeness::tests {
namespace {

using nlohmann::json;
using std::chrono::seconds;

class AccessTokensTest : public ::testing::Test {
 protected:
  long seconds_now() const { return static_cast<long>(std::chrono::floor<seconds>(now()).time_since_epoch().count()); }
  json header() const { return {{"alg", "ES256"}, {"typ", "at+jwt"}, {"kid", key.key_id}}; }
  json payload() const {
    return {{"iss", "likeness"},
            {"aud", "likeness-api"},
            {"sub", claims.user_id.to_string()},
            {"org", claims.org_id.to_string()},
            {"sid", claims.session_id.to_string()},
            {"iat", seconds_now()},
            {"nbf", seconds_now()},
            {"exp", seconds_now() + 900}};
  }
  bool lets_in(const std::string& token) {
    try {
      tokens.verify(token);
      return true;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::unauthenticated) << token;
      EXPECT_EQ(error.message(), "the access token is not valid or has expired: log in again");
      return false;
    }
  }

  ScratchDirectory directory, elsewhere;
  SigningKey key = load_or_create_signing_key(directory.path());
  SigningKey other_key = load_or_create_signing_key(elsewhere.path());
  TokenForge forge{directory / "signing-key.pem"};
  TokenForge other_forge{elsewhere / "signing-key.pem"};
  JwtAccessTokens tokens{{key}, "likeness", "likeness-api"};
  AccessClaims claims{.user_id = UserId::generate(),
                      .org_id = OrgId::generate(),
                      .session_id = SessionId::generate(),
                      .expires_at = std::chrono::floor<seconds>(now()) + seconds(900)};
};

TEST_F(AccessTokensTest, ATokenOfOursSaysWhatWasIssued) {
  const AccessClaims verified = tokens.verify(tokens.issue(claims));
  EXPECT_EQ(verified.user_id, claims.user_id);
  EXPECT_EQ(verified.org_id, claims.org_id);
  EXPECT_EQ(verified.session_id, claims.session_id);
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

TEST_F(AccessTokensTest, KeysAreChangedWithoutLoggingAnybodyOut) {
  const std::string before = tokens.issue(claims);
  std::filesystem::rename(directory / "signing-key.pem", directory / "signing-key-2026-03.pem");
  const auto keys = load_signing_keys(directory.path());
  ASSERT_EQ(keys.size(), 2u);
  EXPECT_NE(keys[0].key_id, key.key_id);
  EXPECT_EQ(keys[1].key_id, key.key_id);
  JwtAccessTokens both(keys, "likeness", "likeness-api");
  EXPECT_NO_THROW(both.verify(before));
  const std::string after = both.issue(claims);
  EXPECT_FALSE(lets_in(after)) << "it is signed by the new key";
  EXPECT_NO_THROW(both.verify(after));
  std::filesystem::remove(directory / "signing-key-2026-03.pem");
  JwtAccessTokens without(load_signing_keys(directory.path()), "likeness", "likeness-api");
  EXPECT_NO_THROW(without.verify(after));
  EXPECT_EQ(kind_thrown([&] { without.verify(before); }), ErrorKind::unauthenticated);
}

TEST_F(AccessTokensTest, RefusesEveryForgedToken) {
  ASSERT_TRUE(lets_in(forge.sign(header().dump(), payload().dump()))) << "what the forged ones start from is valid";
  const auto forged = forged_tokens({forge, other_forge, header(), payload(), other_key.key_id});
  std::set<std::string> different;
  for (const auto& [what, token] : forged) {
    EXPECT_FALSE(lets_in(token)) << what << ": " << token.substr(0, 300);
    different.insert(token);
  }
  RecordProperty("forged_tokens", static_cast<int>(different.size()));
  EXPECT_GE(different.size(), 300u);
  EXPECT_TRUE(lets_in(forge.sign(header().dump(), payload().dump())));
}

TEST_F(AccessTokensTest, ClocksMayDifferByAFewSecondsOnly) {
  json early = payload();
  early["nbf"] = early["iat"] = seconds_now() + 3;
  EXPECT_TRUE(lets_in(forge.sign(header().dump(), early.dump())));
  json last = payload();
  last["exp"] = seconds_now() + 2;
  const std::string token = forge.sign(header().dump(), last.dump());
  EXPECT_TRUE(lets_in(token));
  std::this_thread::sleep_for(seconds(2));
  EXPECT_FALSE(lets_in(token)) << "an end is an end";
}

TEST_F(AccessTokensTest, ManyThreadsVerifyAtOnce) {
  const std::string token = tokens.issue(claims);
  std::atomic<int> verified = 0;
  const Stopwatch watch;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n < 250; ++n)
          if (tokens.verify(token).user_id == claims.user_id) ++verified;
      });
  }
  EXPECT_EQ(verified, 2000);
  const Stopwatch alone;
  for (int n = 0; n < 500; ++n) tokens.verify(token);
  RecordProperty("microseconds_per_token", std::to_string(alone.milliseconds() * 1000 / 500));
}

}  // namespace
}  // namespace likeness::tests
