#pragma once

#include <chrono>

#include "ports/image_codec.hpp"

namespace likeness {

/// Whether libvips may write machine code at run time, for which it needs memory that can be executed. Holds for the
/// whole process.
enum class Vectors { compiled, interpreted };

/// libvips, shut to everything but JPEG, PNG, WebP, GIF, TIFF, AVIF and HEIC from memory.
///
/// A decode that is still running after `decode_time_max` is stopped at its next row and is Error{timeout}; a decoder
/// that makes the whole picture in one call (AVIF, HEIC, WebP, progressive JPEG) cannot be stopped from here, which is
/// what the decoding processes are for (adapters/confined).
class VipsImageCodec final : public ImageCodec {
 public:
  explicit VipsImageCodec(ImageLimits limits, std::chrono::milliseconds decode_time_max = std::chrono::seconds(5),
                          Vectors vectors = Vectors::compiled);

  Result<ImageHeader> probe(std::span<const std::uint8_t> bytes) override;
  Result<DecodedImage> decode(std::span<const std::uint8_t> bytes, int longest_side_px) override;
  Result<Bytes> thumbnail(const Pixels& pixels, int longest_side_px) override;
  Result<Bytes> encode_jpeg(const Pixels& pixels) override;

 private:
  const ImageLimits limits_;
  const std::chrono::milliseconds decode_time_max_;
};

}  // namespace likeness
