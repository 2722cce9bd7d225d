#include "ingest/preprocess/perceptual_hash.hpp"

#include <gmock/gmock.h>

#include "adapters/vips/vips_image_codec.hpp"
#include "domain/resample.hpp"
#include "vision/photos.hpp"

namespace likeness::ingest {
namespace {

constexpr unsigned kScenes = 12;

TEST(PerceptualHash, SurvivesScalingAndJpeg) {
  VipsImageCodec codec({});
  for (unsigned seed = 0; seed < kScenes; ++seed) {
    const Pixels scene = photos::scene(640, 480, seed);
    const PerceptualHash hash = perceptual_hash(scene);
    EXPECT_LE(hamming_distance(hash, perceptual_hash(resample(scene, 200, 150, Kernel::bicubic))), 4) << seed;
    EXPECT_LE(hamming_distance(hash, perceptual_hash(resample(scene, 900, 900, Kernel::bicubic))), 4) << seed;
    const Bytes jpeg = photos::encode(scene, {.suffix = ".jpg[Q=40]"});
    EXPECT_LE(hamming_distance(hash, perceptual_hash(codec.decode(jpeg, 320)->pixels)), 4) << seed;
  }
}

TEST(PerceptualHash, TellsScenesApart) {
  std::vector<PerceptualHash> hashes;
  for (unsigned seed = 0; seed < kScenes; ++seed) hashes.push_back(perceptual_hash(photos::scene(320, 240, seed)));
  for (unsigned left = 0; left < kScenes; ++left) {
    for (unsigned right = left + 1; right < kScenes; ++right) {
      EXPECT_GE(hamming_distance(hashes[left], hashes[right]), 12) << left << " and " << right;
    }
  }
}

TEST(PerceptualHash, OfOneColorIsZero) {
  for (const std::uint8_t level : {0, 1, 127, 255}) {
    EXPECT_EQ(perceptual_hash(photos::flat(100, 80, {level, level, level})), PerceptualHash{0});
  }
  EXPECT_EQ(perceptual_hash(photos::flat(1, 1, {200, 3, 90})), PerceptualHash{0});
}

}  // namespace
}  // namespace likeness::ingest
