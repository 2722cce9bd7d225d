#include "adapters/vips/webp_container.hpp"

#include <cstdint>
#include <string_view>

namespace likeness {
namespace {

constexpr std::size_t kRiffHeader = 12;  // "RIFF", size, "WEBP"
constexpr std::size_t kChunkHeader = 8;  // name, size

std::size_t u32_at(const Bytes& bytes, std::size_t at) {
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | static_cast<std::size_t>(bytes[at + 3]) << 24;
}

}  // namespace

Bytes without_webp_metadata(Bytes webp) {
  for (std::size_t at = kRiffHeader; at + kChunkHeader <= webp.size();) {
    const std::string_view name(reinterpret_cast<const char*>(webp.data()) + at, 4);
    const std::size_t length = u32_at(webp, at + 4);
    const std::size_t whole = kChunkHeader + length + length % 2;
    if (whole > webp.size() - at || name == "ALPH" || name == "ANIM") break;
    if (name == "VP8 " || name == "VP8L") {
      Bytes bare(webp.begin(), webp.begin() + kRiffHeader);
      bare.insert(bare.end(), webp.begin() + static_cast<std::ptrdiff_t>(at),
                  webp.begin() + static_cast<std::ptrdiff_t>(at + whole));
      const std::size_t riff_length = bare.size() - kChunkHeader;
      for (int byte = 0; byte < 4; ++byte) bare[4 + byte] = static_cast<std::uint8_t>(riff_length >> (8 * byte));
      return bare;
    }
    at += whole;
  }
  return webp;
}

}  // namespace likeness
