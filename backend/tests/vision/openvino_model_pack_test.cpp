#include "adapters/openvino/openvino_model_pack.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cmath>
#include <random>
#include <thread>

#include "adapters/openvino/square_input.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "vision/photos.hpp"

namespace likeness {
namespace {

/// The tiny pack, loaded once: it must have been built.
class OpenVinoModelPackTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    pack_ = new OpenVinoModelPack(photos::source_path("build/packs/tiny"), make_openvino_runtime({}));
  }
  static void TearDownTestSuite() {
    delete pack_;
    pack_ = nullptr;
  }

  static Vector embed(const Pixels& pixels) { return pack_->embed_images({&pixels, 1}, Priority::query).at(0); }
  static Vector embed(const std::string& text) { return pack_->embed_texts({&text, 1}, Priority::query).at(0); }

  static inline OpenVinoModelPack* pack_ = nullptr;
};

float length(const Vector& vector) { return std::sqrt(dot(vector, vector)); }

TEST_F(OpenVinoModelPackTest, SaysWhatItIs) {
  EXPECT_EQ(pack_->info().key.to_string(), "tiny-v1");
  EXPECT_EQ(pack_->info().image_dimensions, 128);
  EXPECT_EQ(pack_->info().text_dimensions, 384);
  EXPECT_FALSE(pack_->info().shared_space);
  EXPECT_EQ(pack_->decode_side_px(), 192);
}

TEST_F(OpenVinoModelPackTest, VectorsHaveLengthOneAndKeepTheirOrder) {
  std::vector<Pixels> images;
  for (unsigned seed = 0; seed < 5; ++seed) images.push_back(photos::scene(120 + 40 * seed, 200, seed));
  const std::vector<Vector> vectors = pack_->embed_images(images, Priority::ingest);
  ASSERT_EQ(vectors.size(), images.size());
  for (std::size_t index = 0; index < images.size(); ++index) {
    EXPECT_EQ(vectors[index].size(), 128u);
    EXPECT_NEAR(length(vectors[index]), 1, 1e-5);
    EXPECT_GT(dot(vectors[index], embed(images[index])), 0.99999f);
  }
  EXPECT_LT(dot(vectors[0], vectors[1]), 0.95f);
  EXPECT_TRUE(pack_->embed_images({}, Priority::query).empty());
}

TEST_F(OpenVinoModelPackTest, AReencodedPhotoStaysWhereItWas) {
  VipsImageCodec codec({});
  for (unsigned seed = 0; seed < 6; ++seed) {
    const Pixels scene = photos::scene(900, 700, seed);
    const Vector original = embed(codec.decode(photos::encode(scene, {.suffix = ".png"}), 192)->pixels);
    const Vector jpeg = embed(codec.decode(photos::encode(scene, {.suffix = ".jpg[Q=75]"}), 192)->pixels);
    EXPECT_GE(dot(original, jpeg), 0.99f) << seed;
  }
}

TEST_F(OpenVinoModelPackTest, TextsInABatchAreAsTextsAlone) {
  std::vector<std::string> texts = {"red summer dress", "", "boots", "Golden Delicious Apple 1.5 kg",
                                    "黑色连衣裙 size M"};
  for (int repeat = 0; repeat < 40; ++repeat) texts.push_back(std::string(repeat * 7, 'a') + " jacket");
  texts.push_back(std::string(200'000, 'x'));
  texts.push_back("many words " + std::string(5000, ' ') + "more");
  const std::vector<Vector> vectors = pack_->embed_texts(texts, Priority::ingest);
  ASSERT_EQ(vectors.size(), texts.size());
  for (std::size_t index = 0; index < texts.size(); ++index) {
    EXPECT_EQ(vectors[index].size(), 384u);
    EXPECT_NEAR(length(vectors[index]), 1, 1e-5);
    EXPECT_GT(dot(vectors[index], embed(texts[index])), 0.9999f) << index;
  }
}

TEST_F(OpenVinoModelPackTest, WordsOfOneMeaningAreNearEachOther) {
  const Vector query = embed("red summer dress");
  const float near = dot(query, embed("crimson gown for hot weather"));
  for (const char* other : {"Golden Delicious apple, 1.5 kg", "men's hiking boots size 44", "usb cable"}) {
    EXPECT_GT(near, dot(query, embed(other)) + 0.1f) << other;
  }
}

TEST_F(OpenVinoModelPackTest, BrokenTextDoesNoHarm) {
  std::vector<std::string> texts = {
      std::string("\xff\xfe\x80 shoe"), std::string("shoe\0boot", 9), "\xe2\x82", "\xed\xa0\x80", "\xc0\x80",
      std::string(20'000, '\x80')};
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(1 + random() % 60, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    texts.push_back(bytes);
  }
  for (const Vector& vector : pack_->embed_texts(texts, Priority::ingest)) EXPECT_NEAR(length(vector), 1, 1e-5);
  EXPECT_GT(dot(embed("red \xff\xfe shoe"), embed("red shoe")), 0.9999f);
}

TEST_F(OpenVinoModelPackTest, ThreadsGetTheirOwnAnswers) {
  const Pixels left = photos::scene(200, 150, 1);
  const Pixels right = photos::scene(150, 200, 2);
  const Vector left_vector = embed(left);
  const Vector right_vector = embed(right);
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int run = 0; run < 10; ++run) {
        const bool odd = (run + thread) % 2 == 1;
        EXPECT_GT(dot(embed(odd ? left : right), odd ? left_vector : right_vector), 0.9999f);
        EXPECT_NEAR(length(embed(std::string("text ") + std::to_string(run))), 1, 1e-5);
      }
    });
  }
}

TEST_F(OpenVinoModelPackTest, RefusesAPhotoWithoutPixels) { EXPECT_THROW(embed(Pixels{}), Error); }

TEST_F(OpenVinoModelPackTest, AKeptCompilationGivesTheSameVectors) {
  const std::filesystem::path cache =
      std::filesystem::temp_directory_path() / ("likeness-compiled-" + std::to_string(::getpid()));
  std::filesystem::remove_all(cache);
  OpenVinoOptions options;
  options.cache_dir = cache;
  const Pixels scene = photos::scene(200, 150, 1);
  for (int start = 0; start < 2; ++start) {
    OpenVinoModelPack again(photos::source_path("build/packs/tiny"), make_openvino_runtime(options));
    EXPECT_GT(dot(again.embed_images({&scene, 1}, Priority::query).at(0), embed(scene)), 0.99999f);
    const std::string text = "red summer dress";
    EXPECT_GT(dot(again.embed_texts({&text, 1}, Priority::query).at(0), embed(text)), 0.99999f);
  }
  EXPECT_FALSE(std::filesystem::is_empty(cache));
  std::filesystem::remove_all(cache);
}

TEST(OpenVinoModelPackFaults, AreNamedWithoutPaths) {
  OpenVinoOptions options;
  options.tokenizer_extension_path = "/nowhere/libopenvino_tokenizers.so";
  try {
    OpenVinoModelPack pack(photos::source_path("build/packs/tiny"), make_openvino_runtime(options));
    FAIL() << "loaded without a tokenizer library";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_THAT(error.message(), testing::Not(testing::HasSubstr("/")));
  }
}

TEST(SquareInput, FitsInThreeWays) {
  Pixels photo = photos::flat(200, 100, {10, 20, 30});
  photos::paint(photo, {0, 0, 0.25, 1}, {250, 0, 0});
  const auto at = [](const Bytes& square, int x, int y) { return square[(y * 40 + x) * 3]; };
  const Bytes padded = to_square(photo, 40, Fit::pad, {255, 255, 255});
  EXPECT_EQ(at(padded, 20, 5), 255);
  EXPECT_EQ(at(padded, 5, 20), 250);
  EXPECT_EQ(at(padded, 30, 20), 10);
  EXPECT_EQ(at(padded, 20, 9), 255);
  EXPECT_EQ(at(padded, 20, 10), 10);
  EXPECT_EQ(at(padded, 20, 29), 10);
  EXPECT_EQ(at(padded, 20, 30), 255);
  const Bytes stretched = to_square(photo, 40, Fit::stretch, {});
  EXPECT_EQ(at(stretched, 5, 0), 250);
  EXPECT_EQ(at(stretched, 30, 39), 10);
  const Bytes cropped = to_square(photo, 40, Fit::crop, {});
  EXPECT_EQ(at(cropped, 2, 0), 10);
}

}  // namespace
}  // namespace likeness
