#pragma once

#include <cstdint>
#include <span>

#include "domain/vision.hpp"

namespace likeness {

/// Kernel of a resize. All but `box` are stretched by the factor of shrinking, so that nothing aliases; `box` is the
/// plain average over the area that a target pixel covers. bicubic is Keys' kernel with a = -0.5, as Pillow has it.
enum class Kernel { box, bilinear, bicubic, lanczos3 };

/// Where a picture goes in a larger one: `row_bytes` from one row to the next.
struct PixelTarget {
  std::uint8_t* rgb = nullptr;
  std::size_t row_bytes = 0;
  int width_px = 0;
  int height_px = 0;
};

/// Separable resize of a non-empty picture, in single precision between the two passes and rounded once; Pillow rounds
/// between them as well, so its `Image.resize` differs by one step of 255, rarely by two or three.
void resample_into(const Pixels& pixels, const PixelTarget& target, Kernel kernel);
/// As above, into a new picture of exactly this size (at least 1 x 1).
Pixels resample(const Pixels& pixels, int width_px, int height_px, Kernel kernel);

}  // namespace likeness
