#include "adapters/vips/png_container.hpp"

#include <string_view>

namespace likeness {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t kChunkFrame = 12;  // length, name, and the sum behind the data

std::string_view text_at(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t length) {
  return {reinterpret_cast<const char*>(bytes.data()) + at, length};
}

std::size_t length_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  return static_cast<std::size_t>(bytes[at]) << 24 | static_cast<std::size_t>(bytes[at + 1]) << 16 |
         static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

}  // namespace

std::span<const std::uint8_t> without_png_texts(std::span<const std::uint8_t> bytes, Bytes& kept) {
  if (bytes.size() < kSignature.size() || text_at(bytes, 0, kSignature.size()) != kSignature) return bytes;
  std::size_t copied = 0;  // up to here `kept` has everything that stays
  std::size_t at = kSignature.size();
  while (bytes.size() - at >= kChunkFrame) {
    const std::size_t whole = length_at(bytes, at) + kChunkFrame;
    if (whole > bytes.size() - at) break;
    const std::string_view name = text_at(bytes, at + 4, 4);
    if (name == "tEXt" || name == "zTXt" || name == "iTXt") {
      kept.insert(kept.end(), bytes.begin() + static_cast<std::ptrdiff_t>(copied),
                  bytes.begin() + static_cast<std::ptrdiff_t>(at));
      copied = at + whole;
    }
    at += whole;
  }
  if (copied == 0) return bytes;
  kept.insert(kept.end(), bytes.begin() + static_cast<std::ptrdiff_t>(copied), bytes.end());
  return kept;
}

}  // namespace likeness
