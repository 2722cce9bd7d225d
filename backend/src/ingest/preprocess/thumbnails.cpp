#include "ingest/preprocess/thumbnails.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

#include "domain/object_keys.hpp"
#include "domain/resample.hpp"

namespace likeness::ingest {
namespace {

constexpr int kSmallSidePx = 480;
static_assert(std::ranges::is_sorted(kThumbnailSidesPx));
static_assert(std::ranges::find(kThumbnailSidesPx, kSmallSidePx) != std::end(kThumbnailSidesPx));

/// A larger picture at this longest side.
Pixels fitted(const Pixels& pixels, int side_px) {
  const double scale = static_cast<double>(side_px) / std::max(pixels.width_px, pixels.height_px);
  const auto scaled = [&](int length_px) { return std::max(1, static_cast<int>(std::lround(length_px * scale))); };
  return resample(pixels, scaled(pixels.width_px), scaled(pixels.height_px), Kernel::lanczos3);
}

}  // namespace

Result<Thumbnails> make_thumbnails(ImageCodec& codec, const Pixels& pixels,
                                   const std::function<bool(int side_px)>& wanted) {
  Thumbnails thumbnails;
  Pixels shrunk;
  const Pixels* larger = &pixels;
  std::optional<Bytes> encoded;  // of *larger
  for (const int side_px : std::views::reverse(kThumbnailSidesPx)) {
    if (std::max(larger->width_px, larger->height_px) > side_px) {
      shrunk = fitted(*larger, side_px);
      larger = &shrunk;
      encoded.reset();
    }
    if (side_px == kSmallSidePx) thumbnails.small = *larger;
    if (!wanted(side_px)) continue;
    if (!encoded) {
      auto webp = codec.thumbnail(*larger, side_px);
      if (!webp) return std::unexpected(webp.error());
      encoded = std::move(*webp);
    }
    thumbnails.made.push_back({side_px, *encoded});
  }
  return thumbnails;
}

}  // namespace likeness::ingest
