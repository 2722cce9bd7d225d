#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.hpp"
#include "domain/vision.hpp"

namespace likeness::photos {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

Pixels flat(int width_px, int height_px, Color color);
void paint(Pixels& pixels, const Box& box, Color color);
Color at(const Pixels& pixels, double x, double y);
/// Something with edges, gradients and texture, the same for the same seed.
Pixels scene(int width_px, int height_px, unsigned seed);
/// Mean absolute difference of two pictures of one size, 0..255.
double difference(const Pixels& left, const Pixels& right);

/// What to do to a picture before it is encoded.
struct Encoding {
  std::string suffix = ".jpg";    ///< as libvips takes it: ".png[bitdepth=16]"
  std::string colors = "srgb";    ///< srgb, cmyk, rgb16, grey
  int orientation = 0;            ///< EXIF, 1..8; 0 for none
  bool half_transparent = false;  ///< the right half gets alpha 0
};

/// Empty where libvips has no such encoder here.
Bytes encode(const Pixels& pixels, const Encoding& encoding);
/// A PNG whose header claims another size than its data has.
Bytes with_png_size(Bytes png, unsigned width_px, unsigned height_px);

Bytes read_file(const std::filesystem::path& path);
/// A folder of the source tree, by the environment that CTest sets.
std::filesystem::path source_path(const std::string& relative);

}  // namespace likeness::photos
