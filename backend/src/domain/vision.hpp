#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Rectangle in fractions of the upright photo's width and height; x and y name the upper left corner.
struct Box {
  double x = 0;
  double y = 0;
  double width = 1;
  double height = 1;

  double area() const { return width * height; }
  bool operator==(const Box&) const = default;
};

/// Error{invalid_argument} unless the box lies within the photo and is at least 1 % of each side.
Result<Box> checked(const Box& box, std::string_view field);
/// Shared area divided by united area, 0..1.
double intersection_over_union(const Box& left, const Box& right);
/// Shared area divided by the smaller box's area, 0..1.
double containment(const Box& left, const Box& right);

/// Upright sRGB, 8 bits a channel, rows of width_px * 3 bytes (R, G, B) from the top, no padding.
struct Pixels {
  int width_px = 0;
  int height_px = 0;
  Bytes rgb;
};

/// Copies the box out of the picture; at least one pixel a side.
Pixels crop(const Pixels& pixels, const Box& box);

/// 64 bits of the signs of a photo's low frequencies (pHash): near-equal photos differ in few bits.
enum class PerceptualHash : std::uint64_t {};
int hamming_distance(PerceptualHash left, PerceptualHash right);

/// One of the fourteen named colours and the share of the foreground that it covers, 0..1.
struct ColorShare {
  std::string name;
  double share = 0;

  bool operator==(const ColorShare&) const = default;
};

/// A thing that the detector found on a photo.
struct Region {
  RegionId id;
  Box box;
  std::string label;
  double confidence = 0;
};

/// What the detector says before ids are given.
struct Detection {
  Box box;
  std::string label;
  double confidence = 0;
};

struct RegionLimits {
  double confidence_min = 0.3;
  double frame_share_max = 0.85;  ///< a box over more of the photo is the photo itself
  double frame_share_min = 0.01;
  double overlap_max = 0.6;  ///< intersection over union with a better box
  int count_max = 6;
};

/// Leaves the boxes worth searching in, best first: sure enough, neither the whole frame nor a speck, not overlapping a
/// better one.
std::vector<Detection> choose_regions(std::vector<Detection> detections, const RegionLimits& limits);

}  // namespace likeness
