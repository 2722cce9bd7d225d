#include "adapters/vips/image_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"

namespace likeness {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kTaken = "send JPEG, PNG, WebP, GIF, TIFF, AVIF or HEIC";
constexpr std::size_t kTextProbeBytes = 1024;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array kTakenSignatures = {
    Signature{0, "\xff\xd8\xff"sv, "jpeg"sv}, Signature{0, "\x89PNG\r\n\x1a\n"sv, "png"sv},
    Signature{0, "GIF87a"sv, "gif"sv},        Signature{0, "GIF89a"sv, "gif"sv},
    Signature{0, "II*\0"sv, "tiff"sv},        Signature{0, "MM\0*"sv, "tiff"sv},
    Signature{0, "II+\0"sv, "tiff"sv},        Signature{0, "MM\0+"sv, "tiff"sv},
};

constexpr std::array kRefusedSignatures = {
    Signature{0, "BM"sv, "BMP"sv},
    Signature{0, "%PDF"sv, "PDF"sv},
    Signature{0, "8BPS"sv, "Photoshop"sv},
    Signature{0, "%!PS"sv, "PostScript"sv},
    Signature{0, "\0\0\1\0"sv, "ICO"sv},
    Signature{0, "\xff\x0a"sv, "JPEG XL"sv},
    Signature{4, "JXL "sv, "JPEG XL"sv},
    Signature{4, "jP  "sv, "JPEG 2000"sv},
    Signature{0, "\xff\x4f\xff\x51"sv, "JPEG 2000"sv},
    Signature{0, "v/1\1"sv, "OpenEXR"sv},
    Signature{0, "PK\3\4"sv, "ZIP"sv},
    Signature{0, "\x1f\x8b"sv, "gzip"sv},
    Signature{4, "ftyp"sv, "MP4 video"sv},
    Signature{0, "\x1a\x45\xdf\xa3"sv, "WebM video"sv},
    Signature{0, "P1\n"sv, "PNM"sv},
    Signature{0, "P4\n"sv, "PNM"sv},
    Signature{0, "P5\n"sv, "PNM"sv},
    Signature{0, "P6\n"sv, "PNM"sv},
    Signature{0, "#?RADIANCE"sv, "Radiance"sv},
    Signature{0, "SIMPLE  ="sv, "FITS"sv},
};

bool carries(std::string_view data, const Signature& signature) {
  return data.size() >= signature.offset && data.substr(signature.offset).starts_with(signature.bytes);
}

/// avif or heic by the brands of an ISO base media file; empty for other brands.
std::string_view heif_format(std::string_view data) {
  if (data.size() < 16 || data.substr(4, 4) != "ftyp") return {};
  const auto byte = [&](std::size_t index) {
    return static_cast<std::size_t>(static_cast<unsigned char>(data[index]));
  };
  const std::size_t box_size = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
  const std::string_view brands = data.substr(8, std::min(box_size, data.size()) - std::min<std::size_t>(box_size, 8));
  std::string_view found;
  for (std::size_t at = 0; at + 4 <= brands.size(); at += 4) {
    const std::string_view brand = brands.substr(at, 4);
    if (brand == "avif" || brand == "avis") return "avif";
    const bool hevc = brand.starts_with("hei") || brand.starts_with("hev") || brand == "mif1" || brand == "msf1";
    if (hevc) found = "heic";
  }
  return found;
}

/// Formats written as text: told by a tag near the start.
std::string_view text_format(std::string_view data) {
  const std::string start = to_lower(data.substr(0, kTextProbeBytes));
  const std::string_view head = trim(std::string_view(start).substr(start.starts_with("\xef\xbb\xbf") ? 3 : 0));
  if (!head.starts_with('<')) return {};
  if (head.find("<svg") != std::string_view::npos) return "SVG";
  if (head.starts_with("<!doctype html") || head.find("<html") != std::string_view::npos) return "A web page (HTML)";
  return head.starts_with("<?xml") ? "XML" : "";
}

}  // namespace

Result<std::string> sniff_image_format(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return failure(ErrorKind::corrupt_data, "the photo is empty: no bytes");
  const std::string_view data(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (const Signature& signature : kTakenSignatures) {
    if (carries(data, signature)) return std::string(signature.name);
  }
  if (data.starts_with("RIFF") && data.size() >= 12 && data.substr(8, 4) == "WEBP") return std::string("webp");
  if (const std::string_view format = heif_format(data); !format.empty()) return std::string(format);
  std::string_view refused = text_format(data);
  for (const Signature& signature : kRefusedSignatures) {
    if (refused.empty() && carries(data, signature)) refused = signature.name;
  }
  if (refused.empty())
    return failure(ErrorKind::unsupported, fmt::format("this is no photo that we can read; {}", kTaken));
  return failure(ErrorKind::unsupported, fmt::format("{} is not taken; {}", refused, kTaken));
}

std::string format_label(const std::string& format) {
  if (format == "webp") return "WebP";
  std::string label = format;
  std::ranges::transform(label, label.begin(),
                         [](char letter) { return letter >= 'a' && letter <= 'z' ? letter - 32 : letter; });
  return label;
}

}  // namespace likeness
