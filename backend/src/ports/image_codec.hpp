#pragma once

#include <span>
#include <string>

#include "base/bytes.hpp"
#include "domain/vision.hpp"

namespace likeness {

struct ImageLimits {
  std::size_t bytes_max = 20u << 20;
  double megapixels_max = 50;
};

struct ImageHeader {
  std::string format;  ///< jpeg, png, webp, gif, tiff, avif, heic
  int width_px = 0;    ///< upright
  int height_px = 0;
};

struct DecodedImage {
  ImageHeader header;
  Pixels pixels;  ///< upright sRGB on white, shrunk on load so that its longest side is near `longest_side_px`
};

/// Reads and writes photos. The type comes from the bytes, never from a name. Errors: unsupported (a format that is not
/// taken), too_large, corrupt_data. Metadata never passes through. Thread-safe.
class ImageCodec {
 public:
  virtual ~ImageCodec() = default;
  virtual Result<ImageHeader> probe(std::span<const std::uint8_t> bytes) = 0;
  virtual Result<DecodedImage> decode(std::span<const std::uint8_t> bytes, int longest_side_px) = 0;
  /// WebP whose longest side is at most `longest_side_px`; never enlarges. Large ones are encoded faster, into some
  /// more bytes.
  virtual Result<Bytes> thumbnail(const Pixels& pixels, int longest_side_px) = 0;
  /// As above, but a JPEG without metadata, for what is kept of a shopper's photo.
  virtual Result<Bytes> encode_jpeg(const Pixels& pixels) = 0;
};

}  // namespace likeness
