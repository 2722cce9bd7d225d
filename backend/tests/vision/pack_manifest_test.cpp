#include "adapters/openvino/pack_manifest.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace likeness {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kGood = R"(
format = 1
id = "toy"
version = 3
description = "A toy."
shared_space = false
[image]
model = "image.xml"
input_size_px = 96
fit = "crop"
pad_rgb = [1, 2, 3]
dimensions = 128
[text]
model = "text.xml"
tokenizer = "tokenizer.xml"
dimensions = 384
max_tokens = 128
[calibration.image]
slope = 12
intercept = -7.5
[calibration.region]
slope = 11.0
intercept = -6.0
[calibration.text]
slope = 10.0
intercept = -5.0
[files]
"image.xml" = "AB"
"text.xml" = "ab"
"tokenizer.xml" = "ab"
)";

/// Says "ab" of every file but an empty one.
class ToyDigest final : public Digest {
 public:
  std::string sha256_hex(std::span<const std::uint8_t> bytes) override { return bytes.empty() ? "00" : "ab"; }
  std::unique_ptr<DigestStream> sha256_stream() override { return nullptr; }
  std::string random_token(int) override { return {}; }
};

class PackManifestTest : public testing::Test {
 protected:
  PackManifestTest() {
    std::filesystem::create_directories(directory_);
    for (const char* name : {"image.xml", "text.xml", "tokenizer.xml"}) write(name, "x");
  }
  ~PackManifestTest() override { std::filesystem::remove_all(directory_.parent_path()); }

  void write(const std::string& name, const std::string& text) { std::ofstream(directory_ / name) << text; }
  void write_manifest(const std::string& from = {}, const std::string& to = {}) {
    std::string text = kGood;
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    write("pack.toml", text);
  }
  Error read_error() {
    try {
      read_pack_manifest(directory_);
    } catch (const Error& error) {
      return error;
    }
    return Error(ErrorKind::cancelled, "no error");
  }

  const std::filesystem::path directory_ =
      std::filesystem::temp_directory_path() / ("likeness-pack-" + std::to_string(::getpid())) / "toy";
  ToyDigest digest_;
};

TEST_F(PackManifestTest, ReadsEveryField) {
  write_manifest();
  const PackManifest manifest = read_pack_manifest(directory_);
  EXPECT_EQ(manifest.info.key, (PackKey{"toy", 3}));
  EXPECT_EQ(manifest.info.description, "A toy.");
  EXPECT_FALSE(manifest.info.shared_space);
  EXPECT_EQ(manifest.info.image_dimensions, 128);
  EXPECT_EQ(manifest.info.text_dimensions, 384);
  EXPECT_DOUBLE_EQ(manifest.info.image_calibration.slope, 12);
  EXPECT_DOUBLE_EQ(manifest.info.image_calibration.intercept, -7.5);
  EXPECT_EQ(manifest.input_size_px, 96);
  EXPECT_EQ(manifest.fit, Fit::crop);
  EXPECT_THAT(manifest.pad_rgb, ElementsAre(1, 2, 3));
  EXPECT_EQ(manifest.max_tokens, 128);
  EXPECT_THAT(verify_pack(directory_, digest_), IsEmpty());
}

TEST_F(PackManifestTest, NoPackAndOtherFormats) {
  EXPECT_EQ(read_error().kind(), ErrorKind::not_found);
  write_manifest("format = 1", "format = 2");
  EXPECT_EQ(read_error().kind(), ErrorKind::unsupported);
  EXPECT_EQ(read_error().message(), "model pack toy: format 2 is not known, only 1");
  write_manifest("id = \"toy\"", "id = toy");
  EXPECT_EQ(read_error().kind(), ErrorKind::corrupt_data);
  EXPECT_THAT(read_error().message(), HasSubstr("pack.toml line 3"));
}

TEST_F(PackManifestTest, ListsAllFaultsAtOnce) {
  write_manifest("version = 3", "version = \"3\"");
  std::filesystem::remove(directory_ / "text.xml");
  const Error error = read_error();
  EXPECT_EQ(error.kind(), ErrorKind::corrupt_data);
  EXPECT_THAT(error.message(), HasSubstr("version is not a whole number"));
  EXPECT_THAT(error.message(), HasSubstr("text.xml is missing"));
  EXPECT_THAT(error.message(), Not(HasSubstr("/")));
}

TEST_F(PackManifestTest, NamesStayInTheDirectory) {
  write_manifest("\"image.xml\" = \"AB\"", "\"../image.xml\" = \"AB\"");
  EXPECT_THAT(read_error().message(), HasSubstr("not a plain file name"));
}

TEST_F(PackManifestTest, VerifyNamesChangedFiles) {
  write_manifest();
  write("text.xml", "");
  EXPECT_THAT(verify_pack(directory_, digest_), ElementsAre(HasSubstr("text.xml is not the file")));
  std::filesystem::remove(directory_ / "pack.toml");
  EXPECT_THAT(verify_pack(directory_, digest_), ElementsAre("model pack toy: there is no pack.toml"));
}

}  // namespace
}  // namespace likeness
