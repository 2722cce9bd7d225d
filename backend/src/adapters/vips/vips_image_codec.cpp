#include "adapters/vips/vips_image_codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "adapters/vips/image_format.hpp"
#include "adapters/vips/photo_loader.hpp"
#include "adapters/vips/png_container.hpp"
#include "adapters/vips/vips_runtime.hpp"
#include "adapters/vips/webp_container.hpp"
#include "domain/resample.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSideMaxPx = 30'000;  // a photo of a few long rows is none, and slow
constexpr int kThumbnailQuality = 80;
// Of 0..6. 2 takes half the time of libvips's 4 for two more bytes in a hundred. 0 takes six tenths of 2's time for
// fifteen more at the same likeness to the photo (SSIM): well spent on what is looked at one by one.
constexpr int kThumbnailEffort = 2;
constexpr int kLargeThumbnailEffort = 0;
constexpr int kLargeThumbnailSidePx = 600;
constexpr int kJpegQuality = 90;

/// Kills the evaluation of an image, and of everything made from it, once its time is over.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds time_max) : end_(Clock::now() + time_max) {}

  void watch(VipsImage* image) {
    vips_image_set_progress(image, TRUE);
    g_signal_connect(image, "eval", G_CALLBACK(on_progress), this);
  }
  bool passed() const { return Clock::now() >= end_; }

 private:
  static void on_progress(VipsImage* image, VipsProgress*, Deadline* deadline) {
    if (deadline->passed()) vips_image_set_kill(image, TRUE);
  }

  const Clock::time_point end_;
};

struct Inspection {
  ImageHeader header;
  VipsHandle image;  ///< opened, its pixels not yet read
  bool has_profile = false;
};

/// Reads the header alone and holds it to the limits.
Result<Inspection> inspect(std::span<const std::uint8_t> bytes, const ImageLimits& limits) {
  if (bytes.size() > limits.bytes_max) {
    return failure(ErrorKind::too_large,
                   fmt::format("the photo has {} bytes; at most {} are taken", bytes.size(), limits.bytes_max));
  }
  Result<std::string> format = sniff_image_format(bytes);
  if (!format) return std::unexpected(format.error());
  VipsHandle image = open_photo(*format, bytes, 1);
  if (!image) {
    return failure(ErrorKind::corrupt_data,
                   fmt::format("the {} is damaged: its header cannot be read", format_label(*format)));
  }
  const double megapixels = static_cast<double>(image->Xsize) * image->Ysize / 1e6;
  if (megapixels > limits.megapixels_max) {
    return failure(ErrorKind::too_large, fmt::format("the photo has {} x {} pixels; at most {} megapixels are taken",
                                                     image->Xsize, image->Ysize, limits.megapixels_max));
  }
  if (std::max(image->Xsize, image->Ysize) > kSideMaxPx) {
    return failure(ErrorKind::too_large, fmt::format("the photo has {} x {} pixels; at most {} are taken a side",
                                                     image->Xsize, image->Ysize, kSideMaxPx));
  }
  const bool on_its_side = vips_image_get_orientation_swap(image.get());
  ImageHeader header{std::move(*format), on_its_side ? image->Ysize : image->Xsize,
                     on_its_side ? image->Xsize : image->Ysize};
  const bool has_profile = vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) != 0;
  return Inspection{std::move(header), std::move(image), has_profile};
}

/// 8-bit sRGB without alpha that need not be shrunk.
bool is_plain(const VipsImage* image, int side_px) {
  return std::max(image->Xsize, image->Ysize) <= side_px && image->Type == VIPS_INTERPRETATION_sRGB &&
         image->BandFmt == VIPS_FORMAT_UCHAR && image->Bands == 3;
}

/// Brings the longest side to `side_px` at most and colours to sRGB; not yet turned upright. `to_profile` is "srgb" for
/// a photo with a colour profile of its own and null for one without: converting from a profile that is not there only
/// shifts colours.
VipsHandle shrink(VipsHandle image, int side_px, const char* to_profile) {
  if (!image || (to_profile == nullptr && is_plain(image.get(), side_px))) return image;
  VipsImage* out = nullptr;
  const int status = vips_thumbnail_image(image.get(), &out, side_px, "height", side_px, "size", VIPS_SIZE_DOWN,
                                          "no_rotate", TRUE, "export_profile", to_profile, nullptr);
  return adopt(status, out);
}

/// Does the decoding: up to here only headers were read.
VipsHandle evaluate(VipsHandle image, Deadline& deadline) {
  if (!image) return nullptr;
  deadline.watch(image.get());
  VipsImage* copy = vips_image_copy_memory(image.get());
  return adopt(copy == nullptr ? -1 : 0, copy);
}

/// Three 8-bit sRGB bands on white, upright.
VipsHandle to_upright_rgb(VipsHandle image) {
  VipsImage* out = nullptr;
  if (vips_image_get_orientation(image.get()) > 1) image = adopt(vips_autorot(image.get(), &out, nullptr), out);
  if (image && vips_image_guess_interpretation(image.get()) != VIPS_INTERPRETATION_sRGB) {
    image = adopt(vips_colourspace(image.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr), out);
  }
  if (image && image->BandFmt != VIPS_FORMAT_UCHAR) image = adopt(vips_cast_uchar(image.get(), &out, nullptr), out);
  if (image && vips_image_hasalpha(image.get())) {
    const double white[] = {255, 255, 255};
    VipsArrayDouble* background = vips_array_double_new(white, 3);
    image = adopt(vips_flatten(image.get(), &out, "background", background, nullptr), out);
    vips_area_unref(VIPS_AREA(background));
  }
  if (image && image->Bands > 3) image = adopt(vips_extract_band(image.get(), &out, 0, "n", 3, nullptr), out);
  return image && image->Bands == 3 ? std::move(image) : nullptr;
}

Result<Pixels> to_pixels(VipsImage* image) {
  const std::size_t size = static_cast<std::size_t>(image->Xsize) * image->Ysize * 3;
  if (vips_image_wio_input(image) != 0 || VIPS_IMAGE_SIZEOF_IMAGE(image) != size) {
    vips_error_clear();
    return failure(ErrorKind::internal, "a picture could not be computed");
  }
  const auto* begin = VIPS_IMAGE_ADDR(image, 0, 0);
  return Pixels{image->Xsize, image->Ysize, Bytes(begin, begin + size)};
}

/// Borrows the bytes: `pixels` must outlive the handle.
VipsHandle borrow(const Pixels& pixels) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0 ||
      pixels.rgb.size() != static_cast<std::size_t>(pixels.width_px) * pixels.height_px * 3) {
    throw Error(ErrorKind::internal, "a picture's bytes do not fit its size");
  }
  VipsImage* image = vips_image_new_from_memory(pixels.rgb.data(), pixels.rgb.size(), pixels.width_px, pixels.height_px,
                                                3, VIPS_FORMAT_UCHAR);
  if (image == nullptr) throw Error(ErrorKind::internal, "a picture could not be handed to libvips");
  image->Type = VIPS_INTERPRETATION_sRGB;
  return VipsHandle(image);
}

Result<Bytes> take_encoded(int status, void* buffer, std::size_t size) {
  if (status != 0) {
    vips_error_clear();
    return failure(ErrorKind::internal, "a picture could not be encoded");
  }
  const std::unique_ptr<void, decltype(&g_free)> owner(buffer, g_free);
  const auto* begin = static_cast<const std::uint8_t*>(buffer);
  return Bytes(begin, begin + size);
}

}  // namespace

VipsImageCodec::VipsImageCodec(ImageLimits limits, std::chrono::milliseconds decode_time_max, Vectors vectors)
    : limits_(limits), decode_time_max_(decode_time_max) {
  start_vips();
  if (vectors == Vectors::interpreted) forbid_machine_code();
}

Result<ImageHeader> VipsImageCodec::probe(std::span<const std::uint8_t> bytes) {
  Bytes without_texts;
  Result<Inspection> inspection = inspect(without_png_texts(bytes, without_texts), limits_);
  if (!inspection) return std::unexpected(inspection.error());
  return std::move(inspection->header);
}

Result<DecodedImage> VipsImageCodec::decode(std::span<const std::uint8_t> bytes, int longest_side_px) {
  Bytes without_texts;
  bytes = without_png_texts(bytes, without_texts);
  Result<Inspection> inspection = inspect(bytes, limits_);
  if (!inspection) return std::unexpected(inspection.error());
  ImageHeader& header = inspection->header;
  const int side_px = std::max(longest_side_px, 1);
  const double factor = static_cast<double>(std::max(header.width_px, header.height_px)) / side_px;
  const bool shrinks_on_load = loads_smaller(header.format, factor);
  VipsHandle source = std::move(inspection->image);
  if (shrinks_on_load) source = open_photo(header.format, bytes, factor);
  Deadline deadline(decode_time_max_);
  VipsHandle image = evaluate(shrink(std::move(source), side_px, inspection->has_profile ? "srgb" : nullptr), deadline);
  if (!image && inspection->has_profile && !deadline.passed()) {  // perhaps the profile is unusable
    image = evaluate(shrink(open_photo(header.format, bytes, factor), side_px, nullptr), deadline);
  }
  if (!image && deadline.passed()) {
    return failure(ErrorKind::timeout, fmt::format("decoding the {} took more than {} ms", format_label(header.format),
                                                   decode_time_max_.count()));
  }
  if (image) image = to_upright_rgb(std::move(image));
  if (!image) {
    return failure(ErrorKind::corrupt_data, fmt::format("the {} is damaged or cut off", format_label(header.format)));
  }
  Result<Pixels> pixels = to_pixels(image.get());
  if (!pixels) return std::unexpected(pixels.error());
  return DecodedImage{std::move(header), std::move(*pixels)};
}

Result<Bytes> VipsImageCodec::thumbnail(const Pixels& pixels, int longest_side_px) {
  const int longest = std::max(pixels.width_px, pixels.height_px);
  if (longest > longest_side_px) {
    const double scale = static_cast<double>(std::max(longest_side_px, 1)) / longest;
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(std::lround(side * scale))); };
    return thumbnail(resample(pixels, scaled(pixels.width_px), scaled(pixels.height_px), Kernel::lanczos3),
                     std::max(longest_side_px, 1));
  }
  const int effort = longest > kLargeThumbnailSidePx ? kLargeThumbnailEffort : kThumbnailEffort;
  const VipsHandle image = borrow(pixels);
  void* buffer = nullptr;
  std::size_t size = 0;
  const int status = vips_webpsave_buffer(image.get(), &buffer, &size, "Q", kThumbnailQuality, "effort", effort,
                                          "strip", TRUE, nullptr);
  Result<Bytes> webp = take_encoded(status, buffer, size);
  if (webp) *webp = without_webp_metadata(std::move(*webp));
  return webp;
}

Result<Bytes> VipsImageCodec::encode_jpeg(const Pixels& pixels) {
  const VipsHandle image = borrow(pixels);
  void* buffer = nullptr;
  std::size_t size = 0;
  const int status = vips_jpegsave_buffer(image.get(), &buffer, &size, "Q", kJpegQuality, "strip", TRUE, nullptr);
  return take_encoded(status, buffer, size);
}

}  // namespace likeness
