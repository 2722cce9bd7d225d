#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "adapters/sodium/sodium_digest.hpp"
#include "adapters/sodium/sodium_password_hasher.hpp"
#include "base/clock.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using ::testing::StartsWith;

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(SodiumDigest, AgreesWithTheStandardsExamples) {
  SodiumDigest digest;
  const std::string empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const std::string abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(digest.sha256_hex({}), empty);
  EXPECT_EQ(digest.sha256_hex(bytes_of("abc")), abc);
  Sha256Stream stream;
  stream.update(bytes_of("a"));
  stream.update(bytes_of("bc"));
  EXPECT_EQ(stream.finish_hex(), abc);
  const ScratchDirectory directory;
  std::ofstream(directory / "abc") << "abc";
  std::ofstream(directory / "empty");
  EXPECT_EQ(digest.sha256_hex_of_file(directory / "abc"), abc);
  EXPECT_EQ(digest.sha256_hex_of_file(directory / "empty"), empty);
  EXPECT_EQ(kind_thrown([&] { digest.sha256_hex_of_file(directory / "none"); }), ErrorKind::not_found);
}

TEST(SodiumDigest, TokensAreLongEnoughForUrlsAndNeverTheSame) {
  SodiumDigest digest;
  const std::string token = digest.random_token(16);
  EXPECT_EQ(token.size(), 22u);
  EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
  EXPECT_NE(token, digest.random_token(16));
}

TEST(SodiumDigest, ComparesSecrets) {
  EXPECT_TRUE(equals_in_constant_time("secret", "secret"));
  EXPECT_TRUE(equals_in_constant_time("", ""));
  EXPECT_FALSE(equals_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equals_in_constant_time("secret", "secre"));
}

TEST(SodiumPasswordHasher, HashesAtTheCostThatIsPromised) {
  SodiumPasswordHasher hasher;
  const std::string hash = hasher.hash("correct horse");
  EXPECT_THAT(hash, StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_NE(hash, hasher.hash("correct horse"));
  EXPECT_TRUE(hasher.verify(hash, "correct horse"));
  EXPECT_FALSE(hasher.verify(hash, "correct Horse"));
  EXPECT_FALSE(hasher.verify("no hash", "correct horse"));
}

TEST(SodiumPasswordHasher, AnUnknownUserCostsTheSameTime) {
  SodiumPasswordHasher hasher;
  const std::string hash = hasher.hash("correct horse");
  const auto best_of = [&](const std::string& against) {
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
      const Stopwatch watch;
      EXPECT_FALSE(hasher.verify(against, "wrong"));
      best = std::min(best, watch.milliseconds());
    }
    return best;
  };
  const double known = best_of(hash);
  const double unknown = best_of("");
  EXPECT_GT(unknown, known * 0.6);
  EXPECT_LT(unknown, known * 1.7);
}

TEST(SodiumPasswordHasher, TurnsPeopleAwayWhenTheQueueIsFull) {
  SodiumPasswordHasher hasher({.parallel_max = 1, .waiting_max = 2});
  std::atomic<int> hashed = 0;
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 12; ++i)
      threads.emplace_back([&] {
        try {
          hasher.hash("correct horse");
          ++hashed;
        } catch (const Error& error) {
          if (error.kind() == ErrorKind::rate_limited) ++refused;
        }
      });
  }
  EXPECT_EQ(hashed + refused, 12);
  EXPECT_GE(hashed, 3);
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace likeness::tests
