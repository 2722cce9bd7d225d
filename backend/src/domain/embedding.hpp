#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.hpp"

namespace likeness {

/// What a vector stands for. Image and region vectors share a pack's image space; text vectors have their own unless
/// the pack says that the space is shared.
enum class Level { image, region, text };
std::string_view to_string(Level level);

/// One embedding space: vectors of different keys never meet in one list.
struct PackKey {
  std::string id;
  int version = 0;

  auto operator<=>(const PackKey&) const = default;
  /// "lite-v1".
  std::string to_string() const { return id + "-v" + std::to_string(version); }
};

/// L2-normalised numbers.
using Vector = std::vector<float>;
/// IEEE 754 binary16 bit patterns of an L2-normalised vector, as stored.
using HalfVector = std::vector<std::uint16_t>;

HalfVector to_half(std::span<const float> vector);
Vector to_float(std::span<const std::uint16_t> vector);
float dot(std::span<const float> left, std::span<const float> right);
/// Dot product with a stored vector, summed in single precision.
float dot(std::span<const float> left, std::span<const std::uint16_t> right);
/// Scales to length 1; a zero vector stays zero.
void normalize(std::span<float> vector);

/// confidence = 1 / (1 + exp(-(slope * cosine + intercept))): how a cosine of one level becomes comparable with
/// another's.
struct Calibration {
  double slope = 10;
  double intercept = -5;

  double confidence(double cosine) const;
};

}  // namespace likeness
