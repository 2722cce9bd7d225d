#include "adapters/openvino/square_input.hpp"

#include <algorithm>
#include <cmath>

#include "domain/resample.hpp"

namespace likeness {
namespace {

Pixels middle_square(const Pixels& pixels) {
  const double width = pixels.width_px;
  const double height = pixels.height_px;
  const double side = std::min(width, height);
  return crop(pixels, {(width - side) / 2 / width, (height - side) / 2 / height, side / width, side / height});
}

}  // namespace

Bytes to_square(const Pixels& pixels, int size_px, Fit fit, const std::array<std::uint8_t, 3>& pad_rgb) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0 ||
      pixels.rgb.size() != static_cast<std::size_t>(pixels.width_px) * pixels.height_px * 3) {
    throw Error(ErrorKind::invalid_argument, "a photo without pixels cannot be embedded");
  }
  const std::size_t row_bytes = static_cast<std::size_t>(size_px) * 3;
  Bytes square(row_bytes * size_px);
  if (fit != Fit::pad) {
    const PixelTarget whole{square.data(), row_bytes, size_px, size_px};
    const bool cuts = fit == Fit::crop && pixels.width_px != pixels.height_px;
    resample_into(cuts ? middle_square(pixels) : pixels, whole, Kernel::bicubic);
    return square;
  }
  const double scale = static_cast<double>(size_px) / std::max(pixels.width_px, pixels.height_px);
  const int width = std::clamp(static_cast<int>(std::lround(pixels.width_px * scale)), 1, size_px);
  const int height = std::clamp(static_cast<int>(std::lround(pixels.height_px * scale)), 1, size_px);
  for (std::size_t at = 0; at < square.size(); at += 3) std::copy(pad_rgb.begin(), pad_rgb.end(), square.begin() + at);
  const std::size_t corner = (size_px - height) / 2 * row_bytes + static_cast<std::size_t>((size_px - width) / 2) * 3;
  resample_into(pixels, {square.data() + corner, row_bytes, width, height}, Kernel::bicubic);
  return square;
}

}  // namespace likeness
