#include "domain/resample.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace likeness {
namespace {

// One pixel in flight: red, green, blue and an unused lane, so that a tap is one vector multiply-add.
using Lanes [[gnu::vector_size(16)]] = float;

/// The source pixels and weights behind each target pixel of one axis.
struct Taps {
  struct Range {
    int begin = 0;
    int count = 0;
  };
  std::vector<Range> ranges;
  std::vector<float> weights;  ///< `stride` per target pixel; they sum to 1
  int stride = 0;

  const float* of(int target) const { return weights.data() + static_cast<std::size_t>(target) * stride; }
};

double radius(Kernel kernel) {
  switch (kernel) {
    case Kernel::box:
      return 0.5;
    case Kernel::bilinear:
      return 1;
    case Kernel::bicubic:
      return 2;
    case Kernel::lanczos3:
      return 3;
  }
  return 1;
}

double sinc(double x) { return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x); }

double weight(Kernel kernel, double x) {
  constexpr double a = -0.5;
  x = std::abs(x);
  switch (kernel) {
    case Kernel::box:
      return x <= 0.5 ? 1 : 0;
    case Kernel::bilinear:
      return x < 1 ? 1 - x : 0;
    case Kernel::bicubic:
      if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    case Kernel::lanczos3:
      return x < 3 ? sinc(x) * sinc(x / 3) : 0;
  }
  return 0;
}

/// How much of source pixel `source` lies between `low` and `high`: exact area for the box kernel.
double covered(int source, double low, double high) {
  return std::max(0.0, std::min(high, source + 1.0) - std::max(low, static_cast<double>(source)));
}

Taps make_taps(int source_px, int target_px, Kernel kernel) {
  const double step = static_cast<double>(source_px) / target_px;
  const double stretch = std::max(step, 1.0);
  const double reach = radius(kernel) * stretch;
  Taps taps;
  taps.stride = static_cast<int>(std::ceil(reach)) * 2 + 1;
  taps.ranges.resize(target_px);
  taps.weights.assign(static_cast<std::size_t>(target_px) * taps.stride, 0.0f);
  std::vector<double> row(taps.stride);
  for (int target = 0; target < target_px; ++target) {
    const double centre = (target + 0.5) * step;
    const int begin = std::max(0, static_cast<int>(std::floor(centre - reach)));
    const int end = std::clamp(static_cast<int>(std::ceil(centre + reach)), begin + 1, source_px);
    const int count = std::min(end - begin, taps.stride);
    double sum = 0;
    for (int tap = 0; tap < count; ++tap) {
      const int source = begin + tap;
      row[tap] = kernel == Kernel::box ? covered(source, centre - reach, centre + reach)
                                       : weight(kernel, (source + 0.5 - centre) / stretch);
      sum += row[tap];
    }
    taps.ranges[target] = {begin, count};
    float* out = taps.weights.data() + static_cast<std::size_t>(target) * taps.stride;
    for (int tap = 0; tap < count; ++tap) out[tap] = static_cast<float>(row[tap] / sum);
  }
  return taps;
}

/// Weighted sum of whole source rows into one row of floats.
void sum_rows(const Pixels& pixels, Taps::Range rows, const float* weights, std::vector<float>& sums) {
  const std::size_t length = sums.size();
  std::fill(sums.begin(), sums.end(), 0.0f);
  for (int tap = 0; tap < rows.count; ++tap) {
    const float factor = weights[tap];
    if (factor == 0) continue;
    const std::uint8_t* source = pixels.rgb.data() + (rows.begin + tap) * length;
    float* sum = sums.data();
    for (std::size_t index = 0; index < length; ++index) sum[index] += factor * static_cast<float>(source[index]);
  }
}

std::uint8_t to_byte(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f)); }

void sum_columns(const std::vector<Lanes>& row, const Taps& taps, int width_px, std::uint8_t* out) {
  for (int column = 0; column < width_px; ++column, out += 3) {
    const Taps::Range range = taps.ranges[column];
    const float* weights = taps.of(column);
    const Lanes* source = row.data() + range.begin;
    Lanes sum = {0, 0, 0, 0};
    for (int tap = 0; tap < range.count; ++tap) sum += source[tap] * weights[tap];
    for (int channel = 0; channel < 3; ++channel) out[channel] = to_byte(sum[channel]);
  }
}

}  // namespace

void resample_into(const Pixels& pixels, const PixelTarget& target, Kernel kernel) {
  const Taps rows = make_taps(pixels.height_px, target.height_px, kernel);
  const Taps columns = make_taps(pixels.width_px, target.width_px, kernel);
  std::vector<float> sums(static_cast<std::size_t>(pixels.width_px) * 3);
  std::vector<Lanes> lanes(pixels.width_px);
  for (int row = 0; row < target.height_px; ++row) {
    sum_rows(pixels, rows.ranges[row], rows.of(row), sums);
    for (int column = 0; column < pixels.width_px; ++column) {
      const float* pixel = sums.data() + static_cast<std::size_t>(column) * 3;
      lanes[column] = Lanes{pixel[0], pixel[1], pixel[2], 0};
    }
    sum_columns(lanes, columns, target.width_px, target.rgb + row * target.row_bytes);
  }
}

Pixels resample(const Pixels& pixels, int width_px, int height_px, Kernel kernel) {
  Pixels out{width_px, height_px, Bytes(static_cast<std::size_t>(width_px) * height_px * 3)};
  resample_into(pixels, {out.rgb.data(), static_cast<std::size_t>(width_px) * 3, width_px, height_px}, kernel);
  return out;
}

}  // namespace likeness
