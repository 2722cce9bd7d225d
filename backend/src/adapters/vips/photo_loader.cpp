#include "adapters/vips/photo_loader.hpp"

namespace likeness {
namespace {

// The decoder's own shrinking is coarse: what is left for the fine one.
constexpr double kFineFactorMin = 1.5;

int jpeg_shrink(double factor) {
  for (const int shrink : {8, 4, 2})
    if (factor >= shrink * kFineFactorMin) return shrink;
  return 1;
}

double webp_scale(double factor) { return factor >= kFineFactorMin ? kFineFactorMin / factor : 1; }

}  // namespace

bool loads_smaller(const std::string& format, double factor) {
  return (format == "jpeg" && jpeg_shrink(factor) > 1) || (format == "webp" && webp_scale(factor) < 1);
}

VipsHandle open_photo(const std::string& format, std::span<const std::uint8_t> bytes, double factor) {
  VipsImage* out = nullptr;
  void* data = const_cast<std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  const auto opened = [&](auto load, auto... options) {
    return adopt(load(data, size, &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, options...,
                      static_cast<void*>(nullptr)),
                 out);
  };
  if (format == "jpeg") return opened(vips_jpegload_buffer, "shrink", jpeg_shrink(factor));
  if (format == "webp") return opened(vips_webpload_buffer, "scale", webp_scale(factor));
  if (format == "gif") return opened(vips_gifload_buffer);
  if (format == "tiff") return opened(vips_tiffload_buffer);
  if (format == "avif" || format == "heic") return opened(vips_heifload_buffer);
  if (format == "png") return opened(vips_pngload_buffer);
  return nullptr;
}

}  // namespace likeness
