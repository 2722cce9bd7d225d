#include "domain/embedding.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace likeness {
namespace {

Vector random_vector(std::size_t size, std::mt19937& random) {
  std::normal_distribution<float> number;
  Vector vector(size);
  for (float& value : vector) value = number(random);
  normalize(vector);
  return vector;
}

constexpr std::size_t kSizes[] = {1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 100, 383, 384, 767, 768, 769, 1280};

TEST(Embedding, HalvesComeBackWithinTheirPrecision) {
  std::mt19937 random(1);
  for (const auto size : kSizes) {
    const auto vector = random_vector(size, random);
    const auto back = to_float(to_half(vector));
    ASSERT_EQ(back.size(), size);
    // 11 significant bits: the error is at most 2^-12 of the value, and 2^-25 where halves are denormal.
    for (std::size_t i = 0; i < size; ++i)
      EXPECT_NEAR(back[i], vector[i], std::abs(vector[i]) * 0x1p-11 + 0x1p-24) << size << " " << i;
  }
}

TEST(Embedding, EveryFiniteHalfComesBackAsItself) {
  for (unsigned bits = 0; bits < 0x10000; ++bits) {
    if ((bits & 0x7c00) == 0x7c00) continue;
    const HalfVector half{static_cast<std::uint16_t>(bits)};
    ASSERT_EQ(to_half(to_float(half)), half) << bits;
  }
}

TEST(Embedding, KnownHalves) {
  EXPECT_EQ(to_half(Vector{1.0f, -2.0f, 0.5f, 0.0f, 65504.0f}), (HalfVector{0x3c00, 0xc000, 0x3800, 0x0000, 0x7bff}));
}

TEST(Embedding, DotEqualsTheSumInDoublePrecision) {
  std::mt19937 random(2);
  for (const auto size : kSizes) {
    for (int round = 0; round < 20; ++round) {
      const auto left = random_vector(size, random);
      const auto right = random_vector(size, random);
      const auto half = to_half(right);
      const auto stored = to_float(half);
      double single_sum = 0, half_sum = 0;
      for (std::size_t i = 0; i < size; ++i) {
        single_sum += double{left[i]} * double{right[i]};
        half_sum += double{left[i]} * double{stored[i]};
      }
      EXPECT_NEAR(dot(left, std::span<const float>(right)), single_sum, 2e-6) << size;
      EXPECT_NEAR(dot(left, std::span<const std::uint16_t>(half)), half_sum, 2e-6) << size;
      EXPECT_NEAR(half_sum, single_sum, 1e-3) << size;
    }
  }
}

TEST(Embedding, DotLooksAtEveryNumber) {
  for (const auto size : kSizes)
    for (std::size_t place = 0; place < size; ++place) {
      Vector one(size);
      one[place] = 1;
      ASSERT_EQ(dot(one, std::span<const float>(one)), 1) << size << " " << place;
      ASSERT_EQ(dot(one, std::span<const std::uint16_t>(to_half(one))), 1) << size << " " << place;
    }
}

TEST(Embedding, NormalizesToLengthOneAndLeavesZeroAlone) {
  Vector vector{3, 4};
  normalize(vector);
  EXPECT_THAT(vector, testing::ElementsAre(testing::FloatEq(0.6f), testing::FloatEq(0.8f)));
  Vector zero(5);
  normalize(zero);
  EXPECT_EQ(zero, Vector(5));
}

TEST(Calibration, RisesFromNoneToCertain) {
  const Calibration calibration{.slope = 12, .intercept = -6};
  EXPECT_DOUBLE_EQ(calibration.confidence(0.5), 0.5);
  EXPECT_NEAR(calibration.confidence(1.0), 1 / (1 + std::exp(-6.0)), 1e-12);
  double last = 0;
  for (double cosine = -1; cosine <= 1; cosine += 0.001) {
    const double confidence = calibration.confidence(cosine);
    EXPECT_GT(confidence, last);
    EXPECT_LT(confidence, 1);
    last = confidence;
  }
}

TEST(PackKey, IsWrittenWithItsVersion) { EXPECT_EQ((PackKey{"lite", 3}.to_string()), "lite-v3"); }

}  // namespace
}  // namespace likeness
