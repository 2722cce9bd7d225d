#pragma once

#include "adapters/openvino/pack_manifest.hpp"
#include "domain/vision.hpp"

namespace likeness {

/// A photo as the image model wants it: `size_px` x `size_px` RGB. Resized by antialiased bicubic, as the packs' models
/// were trained and measured with. Throws Error{invalid_argument} for a photo without pixels.
Bytes to_square(const Pixels& pixels, int size_px, Fit fit, const std::array<std::uint8_t, 3>& pad_rgb);

}  // namespace likeness
