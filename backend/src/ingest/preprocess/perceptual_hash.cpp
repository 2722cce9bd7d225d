#include "ingest/preprocess/perceptual_hash.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "domain/resample.hpp"

namespace likeness::ingest {
namespace {

constexpr int kSide = 32;
constexpr int kFrequencies = 8;
/// Coefficients below this are rounding, not picture (luma runs from 0 to 255).
constexpr double kNoise = 1e-6;

using Cosines = std::array<std::array<double, kSide>, kFrequencies>;

/// DCT-II rows of frequencies 1..8; the common scale does not matter to the signs.
Cosines make_cosines() {
  Cosines cosines;
  for (int frequency = 0; frequency < kFrequencies; ++frequency) {
    for (int at = 0; at < kSide; ++at) {
      cosines[frequency][at] = std::cos(std::numbers::pi * (frequency + 1) * (at + 0.5) / kSide);
    }
  }
  return cosines;
}

/// Rec. 601 luma of the photo squeezed to 32 x 32.
std::array<std::array<double, kSide>, kSide> small_luma(const Pixels& pixels) {
  const Pixels small = resample(pixels, kSide, kSide, Kernel::box);
  std::array<std::array<double, kSide>, kSide> luma;
  const std::uint8_t* rgb = small.rgb.data();
  for (auto& row : luma) {
    for (double& value : row) {
      value = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
      rgb += 3;
    }
  }
  return luma;
}

}  // namespace

PerceptualHash perceptual_hash(const Pixels& pixels) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0) return PerceptualHash{0};
  static const Cosines cosines = make_cosines();
  const auto luma = small_luma(pixels);
  std::array<std::array<double, kFrequencies>, kSide> across{};
  for (int row = 0; row < kSide; ++row) {
    for (int frequency = 0; frequency < kFrequencies; ++frequency) {
      for (int at = 0; at < kSide; ++at) across[row][frequency] += luma[row][at] * cosines[frequency][at];
    }
  }
  std::array<double, kFrequencies * kFrequencies> coefficients{};
  for (int down = 0; down < kFrequencies; ++down) {
    for (int frequency = 0; frequency < kFrequencies; ++frequency) {
      double& coefficient = coefficients[down * kFrequencies + frequency];
      for (int row = 0; row < kSide; ++row) coefficient += across[row][frequency] * cosines[down][row];
      if (std::abs(coefficient) < kNoise) coefficient = 0;
    }
  }
  auto sorted = coefficients;
  std::ranges::sort(sorted);
  const double median = (sorted[sorted.size() / 2 - 1] + sorted[sorted.size() / 2]) / 2;
  std::uint64_t bits = 0;
  for (const double coefficient : coefficients) bits = bits << 1 | (coefficient > median ? 1u : 0u);
  return PerceptualHash{bits};
}

}  // namespace likeness::ingest
