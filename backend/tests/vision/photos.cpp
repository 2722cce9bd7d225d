#include "vision/photos.hpp"

#include <vips/vips.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <stdexcept>

namespace likeness::photos {
namespace {

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Handle = std::unique_ptr<VipsImage, Unref>;

std::uint32_t crc32(std::span<const std::uint8_t> bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (int byte = 0; byte < 4; ++byte) bytes[at + byte] = static_cast<std::uint8_t>(value >> (24 - 8 * byte));
}

Bytes with_transparent_right_half(const Pixels& pixels) {
  Bytes rgba;
  for (int row = 0; row < pixels.height_px; ++row) {
    for (int column = 0; column < pixels.width_px; ++column) {
      const std::uint8_t* rgb = pixels.rgb.data() + (static_cast<std::size_t>(row) * pixels.width_px + column) * 3;
      rgba.insert(rgba.end(),
                  {rgb[0], rgb[1], rgb[2], static_cast<std::uint8_t>(column * 2 < pixels.width_px ? 255 : 0)});
    }
  }
  return rgba;
}

Handle checked_handle(int status, VipsImage* const& image) {
  if (status != 0) throw std::runtime_error(vips_error_buffer());
  return Handle(image);
}

Handle convert(Handle image, const std::string& colors) {
  VipsInterpretation space = VIPS_INTERPRETATION_sRGB;
  if (colors == "cmyk") space = VIPS_INTERPRETATION_CMYK;
  if (colors == "rgb16") space = VIPS_INTERPRETATION_RGB16;
  if (colors == "grey") space = VIPS_INTERPRETATION_B_W;
  if (space == VIPS_INTERPRETATION_sRGB) return image;
  VipsImage* out = nullptr;
  return checked_handle(vips_colourspace(image.get(), &out, space, nullptr), out);
}

}  // namespace

Pixels flat(int width_px, int height_px, Color color) {
  Pixels pixels{width_px, height_px, Bytes(static_cast<std::size_t>(width_px) * height_px * 3)};
  paint(pixels, {0, 0, 1, 1}, color);
  return pixels;
}

void paint(Pixels& pixels, const Box& box, Color color) {
  const auto edge = [](double fraction, int size) { return static_cast<int>(std::lround(fraction * size)); };
  for (int row = edge(box.y, pixels.height_px); row < edge(box.y + box.height, pixels.height_px); ++row) {
    for (int column = edge(box.x, pixels.width_px); column < edge(box.x + box.width, pixels.width_px); ++column) {
      std::uint8_t* rgb = pixels.rgb.data() + (static_cast<std::size_t>(row) * pixels.width_px + column) * 3;
      rgb[0] = color.red;
      rgb[1] = color.green;
      rgb[2] = color.blue;
    }
  }
}

Color at(const Pixels& pixels, double x, double y) {
  const auto column = static_cast<std::size_t>(x * pixels.width_px);
  const auto row = static_cast<std::size_t>(y * pixels.height_px);
  const std::uint8_t* rgb = pixels.rgb.data() + (row * pixels.width_px + column) * 3;
  return {rgb[0], rgb[1], rgb[2]};
}

Pixels scene(int width_px, int height_px, unsigned seed) {
  std::mt19937 random(seed);
  const auto fraction = [&] { return (random() >> 8) / 16777216.0; };
  const auto level = [&] { return static_cast<std::uint8_t>(random() >> 24); };
  Pixels pixels = flat(width_px, height_px, {level(), level(), level()});
  for (int patch = 0; patch < 14; ++patch) {
    const double x = fraction() * 0.8;
    const double y = fraction() * 0.8;
    paint(pixels, {x, y, (1 - x) * (0.2 + 0.6 * fraction()), (1 - y) * (0.2 + 0.6 * fraction())},
          {level(), level(), level()});
  }
  const double turns = 2 + 4 * fraction();
  for (int row = 0; row < height_px; ++row) {
    for (int column = 0; column < width_px; ++column) {
      const double wave = 24 * std::sin(turns * 6.28 * column / width_px) * std::cos(turns * 3.14 * row / height_px);
      std::uint8_t* rgb = pixels.rgb.data() + (static_cast<std::size_t>(row) * width_px + column) * 3;
      for (int channel = 0; channel < 3; ++channel) {
        rgb[channel] = static_cast<std::uint8_t>(std::clamp(rgb[channel] + wave, 0.0, 255.0));
      }
    }
  }
  return pixels;
}

double difference(const Pixels& left, const Pixels& right) {
  if (left.width_px != right.width_px || left.height_px != right.height_px) return 255;
  double sum = 0;
  for (std::size_t at = 0; at < left.rgb.size(); ++at) sum += std::abs(left.rgb[at] - right.rgb[at]);
  return sum / static_cast<double>(left.rgb.size());
}

Bytes encode(const Pixels& pixels, const Encoding& encoding) {
  const Bytes source = encoding.half_transparent ? with_transparent_right_half(pixels) : pixels.rgb;
  Handle image(vips_image_new_from_memory(source.data(), source.size(), pixels.width_px, pixels.height_px,
                                          encoding.half_transparent ? 4 : 3, VIPS_FORMAT_UCHAR));
  image->Type = VIPS_INTERPRETATION_sRGB;
  image = convert(std::move(image), encoding.colors);
  if (encoding.orientation > 0) {
    VipsImage* copy = nullptr;
    image = checked_handle(vips_copy(image.get(), &copy, nullptr), copy);
    vips_image_set_int(image.get(), VIPS_META_ORIENTATION, encoding.orientation);
  }
  void* buffer = nullptr;
  std::size_t size = 0;
  if (vips_image_write_to_buffer(image.get(), encoding.suffix.c_str(), &buffer, &size, nullptr) != 0) {
    vips_error_clear();
    return {};
  }
  const std::unique_ptr<void, decltype(&g_free)> owner(buffer, g_free);
  const auto* begin = static_cast<const std::uint8_t*>(buffer);
  return Bytes(begin, begin + size);
}

Bytes with_png_size(Bytes png, unsigned width_px, unsigned height_px) {
  constexpr std::size_t header = 12;  // the type field "IHDR", after signature and length
  put_u32(png, header + 4, width_px);
  put_u32(png, header + 8, height_px);
  put_u32(png, header + 17, crc32(std::span(png).subspan(header, 17)));
  return png;
}

Bytes read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return Bytes(std::istreambuf_iterator<char>(stream), {});
}

std::filesystem::path source_path(const std::string& relative) {
  const char* directory = std::getenv("LIKENESS_SOURCE_DIR");
  if (directory == nullptr) throw std::runtime_error("LIKENESS_SOURCE_DIR is not set: run the tests by ctest");
  return std::filesystem::path(directory) / relative;
}

}  // namespace likeness::photos
