// The first look at a photo's bytes: a format that is taken with a size within the limits, or a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "adapters/vips/vips_image_codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const likeness::ImageLimits limits;
  static likeness::VipsImageCodec codec(limits);
  const auto header = codec.probe({data, size});
  if (!header) return 0;
  const double megapixels = static_cast<double>(header->width_px) * header->height_px / 1e6;
  if (header->width_px <= 0 || header->height_px <= 0 || megapixels > limits.megapixels_max) std::abort();
  return 0;
}
