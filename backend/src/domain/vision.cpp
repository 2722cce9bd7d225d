#include "domain/vision.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace likeness {
namespace {

constexpr double kSideMin = 0.01;
constexpr double kRoundingSlack = 1e-6;

double intersection(const Box& left, const Box& right) {
  const double width = std::min(left.x + left.width, right.x + right.width) - std::max(left.x, right.x);
  const double height = std::min(left.y + left.height, right.y + right.height) - std::max(left.y, right.y);
  return std::max(width, 0.0) * std::max(height, 0.0);
}

struct PixelRange {
  int begin = 0;
  int count = 1;
};

/// The whole pixels nearest to a span of fractions; never empty, never outside.
PixelRange pixel_range(double start, double length, int size_px) {
  const int begin = std::clamp(static_cast<int>(std::lround(start * size_px)), 0, size_px - 1);
  const int end = std::clamp(static_cast<int>(std::lround((start + length) * size_px)), begin + 1, size_px);
  return {begin, end - begin};
}

}  // namespace

Result<Box> checked(const Box& box, std::string_view field) {
  const auto fail = [&](const char* message) {
    return failure(ErrorKind::invalid_argument, std::string(field) + ": " + message, std::string(field));
  };
  for (const double value : {box.x, box.y, box.width, box.height}) {
    if (!std::isfinite(value)) return fail("a box needs four finite numbers");
  }
  if (box.width < kSideMin - kRoundingSlack || box.height < kSideMin - kRoundingSlack) {
    return fail("a box must be at least 0.01 wide and high");
  }
  if (box.x < -kRoundingSlack || box.y < -kRoundingSlack || box.x + box.width > 1 + kRoundingSlack ||
      box.y + box.height > 1 + kRoundingSlack) {
    return fail("a box must lie within the photo, 0 to 1 on both axes");
  }
  Box inside = box;
  inside.x = std::clamp(box.x, 0.0, 1.0);
  inside.y = std::clamp(box.y, 0.0, 1.0);
  inside.width = std::min(box.width, 1 - inside.x);
  inside.height = std::min(box.height, 1 - inside.y);
  return inside;
}

double intersection_over_union(const Box& left, const Box& right) {
  const double shared = intersection(left, right);
  const double united = left.area() + right.area() - shared;
  return united > 0 ? shared / united : 0;
}

double containment(const Box& left, const Box& right) {
  const double smaller = std::min(left.area(), right.area());
  return smaller > 0 ? intersection(left, right) / smaller : 0;
}

Pixels crop(const Pixels& pixels, const Box& box) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0) return {};
  const PixelRange columns = pixel_range(box.x, box.width, pixels.width_px);
  const PixelRange rows = pixel_range(box.y, box.height, pixels.height_px);
  Pixels out{columns.count, rows.count, Bytes(static_cast<std::size_t>(columns.count) * rows.count * 3)};
  const std::size_t row_bytes = static_cast<std::size_t>(columns.count) * 3;
  for (int row = 0; row < rows.count; ++row) {
    const std::size_t from = (static_cast<std::size_t>(rows.begin + row) * pixels.width_px + columns.begin) * 3;
    std::memcpy(out.rgb.data() + row * row_bytes, pixels.rgb.data() + from, row_bytes);
  }
  return out;
}

int hamming_distance(PerceptualHash left, PerceptualHash right) {
  return std::popcount(static_cast<std::uint64_t>(left) ^ static_cast<std::uint64_t>(right));
}

std::vector<Detection> choose_regions(std::vector<Detection> detections, const RegionLimits& limits) {
  std::erase_if(detections, [&](const Detection& detection) {
    const double share = detection.box.area();
    return !(detection.confidence >= limits.confidence_min) || !(share >= limits.frame_share_min) ||
           share > limits.frame_share_max;
  });
  std::ranges::stable_sort(detections, std::ranges::greater{}, &Detection::confidence);
  std::vector<Detection> chosen;
  for (Detection& detection : detections) {
    if (static_cast<int>(chosen.size()) >= limits.count_max) break;
    const bool repeats = std::ranges::any_of(chosen, [&](const Detection& better) {
      return intersection_over_union(better.box, detection.box) > limits.overlap_max;
    });
    if (!repeats) chosen.push_back(std::move(detection));
  }
  return chosen;
}

}  // namespace likeness
