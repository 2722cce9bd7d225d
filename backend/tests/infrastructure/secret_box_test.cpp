#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "adapters/sodium/secret_key.hpp"
#include "adapters/sodium/sodium_secret_box.hpp"

namespace likeness::tests {
namespace {

namespace fs = std::filesystem;

TEST(SecretBox, OpensUnderItsOwnKeyAndContextOnly) {
  SodiumSecretBox box(Bytes(32, 1)), other(Bytes(32, 2));
  const auto sealed = box.seal("correct horse", "feed a");
  EXPECT_EQ(box.open(sealed, "feed a"), "correct horse");
  EXPECT_EQ(std::string(sealed.begin(), sealed.end()).find("horse"), std::string::npos);
  EXPECT_NE(box.seal("correct horse", "feed a"), sealed) << "a nonce is used once";
  EXPECT_THROW(box.open(sealed, "feed b"), Error);
  EXPECT_THROW(other.open(sealed, "feed a"), Error);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] ^= 1;
    EXPECT_THROW(box.open(changed, "feed a"), Error) << i;
    EXPECT_THROW(box.open(std::span(sealed).first(i), "feed a"), Error) << i;
  }
  EXPECT_EQ(box.open(box.seal("", ""), ""), "");
  EXPECT_THROW(SodiumSecretBox(Bytes(31, 1)), Error);
}

class SecretKeyTest : public ::testing::Test {
 protected:
  SecretKeyTest() {
    std::string name = (fs::temp_directory_path() / "likeness-key-XXXXXX").string();
    directory_ = ::mkdtemp(name.data());
  }
  ~SecretKeyTest() override { fs::remove_all(directory_); }
  fs::path directory_;
};

TEST_F(SecretKeyTest, IsMadeOnceAndReadableByTheServerAlone) {
  const auto key = load_or_create_secret_key(directory_, {});
  EXPECT_EQ(key.size(), 32u);
  EXPECT_EQ(load_or_create_secret_key(directory_, {}), key);
  struct stat status{};
  ASSERT_EQ(::stat((directory_ / "secrets.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_), fs::directory_iterator()), 1);
  EXPECT_EQ(load_or_create_secret_key("/nonexistent", directory_ / "secrets.key"), key) << "the named file is read";
}

TEST_F(SecretKeyTest, ABrokenOrMissingOneIsNamed) {
  std::ofstream(directory_ / "secrets.key") << "not a key\n";
  try {
    load_or_create_secret_key(directory_, {});
    ADD_FAILURE() << "it was taken";
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), testing::HasSubstr("secrets.key holds no key"));
  }
  EXPECT_THROW(load_or_create_secret_key(directory_, directory_ / "elsewhere.key"), Error);
  EXPECT_FALSE(fs::exists(directory_ / "elsewhere.key")) << "a named file is never made";
}

}  // namespace
}  // namespace likeness::tests
