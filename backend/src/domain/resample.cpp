#include "domain/resample.hpp"

#include <immintrin.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace likeness {
namespace {

constexpr int kLanes = 8;  // floats of a vector

/// A pixel of each of two rows: red, green, blue and an unused lane, so that a tap is one multiply-add for both.
struct PixelPair {
  alignas(__m256) float lanes[kLanes];
};

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

/// Weighted sum of source rows into one row of floats, `Vectors` of them at a time, which stay in registers meanwhile.
template <int Vectors>
void sum_block(const std::uint8_t* source, std::size_t row_bytes, int count, const float* weights, float* sums) {
  __m256 sum[Vectors];
  for (auto& each : sum) each = _mm256_setzero_ps();
  for (int tap = 0; tap < count; ++tap, source += row_bytes) {
    const __m256 weight = _mm256_broadcast_ss(weights + tap);
    for (int at = 0; at < Vectors; ++at) {
      const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(source + at * kLanes));
      sum[at] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(bytes)), weight, sum[at]);
    }
  }
  for (int at = 0; at < Vectors; ++at) _mm256_storeu_ps(sums + at * kLanes, sum[at]);
}

void sum_rows(const Pixels& pixels, Taps::Range rows, const float* weights, std::span<float> sums) {
  constexpr int kVectors = 4;
  constexpr int kBlock = kVectors * kLanes;
  const std::size_t length = static_cast<std::size_t>(pixels.width_px) * 3;
  const std::uint8_t* source = pixels.rgb.data() + rows.begin * length;
  std::size_t at = 0;
  for (; at + kBlock <= length; at += kBlock)
    sum_block<kVectors>(source + at, length, rows.count, weights, sums.data() + at);
  for (; at + kLanes <= length; at += kLanes) sum_block<1>(source + at, length, rows.count, weights, sums.data() + at);
  for (; at < length; ++at) {
    float sum = 0;
    for (int tap = 0; tap < rows.count; ++tap) sum += weights[tap] * static_cast<float>(source[tap * length + at]);
    sums[at] = sum;
  }
}

/// `upper` and `lower` have one float more than pixels, because each pixel is read with the one behind it.
void pair_rows(std::span<const float> upper, std::span<const float> lower, std::span<PixelPair> pairs) {
  for (std::size_t column = 0; column < pairs.size(); ++column) {
    _mm_store_ps(pairs[column].lanes, _mm_loadu_ps(upper.data() + column * 3));
    _mm_store_ps(pairs[column].lanes + kLanes / 2, _mm_loadu_ps(lower.data() + column * 3));
  }
}

/// Rounded and clamped to 0..255, as 32-bit numbers.
__m256i to_bytes(__m256 values) {
  const __m256 rounded = _mm256_add_ps(values, _mm256_set1_ps(0.5f));
  return _mm256_cvttps_epi32(_mm256_min_ps(_mm256_max_ps(rounded, _mm256_setzero_ps()), _mm256_set1_ps(255)));
}

void sum_columns(std::span<const PixelPair> pairs, const Taps& taps, int width_px, std::uint8_t* upper,
                 std::uint8_t* lower) {
  for (int column = 0; column < width_px; ++column, upper += 3, lower += 3) {
    const Taps::Range range = taps.ranges[column];
    const float* weights = taps.of(column);
    const PixelPair* source = pairs.data() + range.begin;
    __m256 even = _mm256_setzero_ps(), odd = _mm256_setzero_ps();
    int tap = 0;
    for (; tap + 1 < range.count; tap += 2) {
      even = _mm256_fmadd_ps(_mm256_load_ps(source[tap].lanes), _mm256_broadcast_ss(weights + tap), even);
      odd = _mm256_fmadd_ps(_mm256_load_ps(source[tap + 1].lanes), _mm256_broadcast_ss(weights + tap + 1), odd);
    }
    if (tap < range.count)
      even = _mm256_fmadd_ps(_mm256_load_ps(source[tap].lanes), _mm256_broadcast_ss(weights + tap), even);
    alignas(__m256i) std::int32_t bytes[kLanes];
    _mm256_store_si256(reinterpret_cast<__m256i*>(bytes), to_bytes(_mm256_add_ps(even, odd)));
    for (int channel = 0; channel < 3; ++channel) {
      upper[channel] = static_cast<std::uint8_t>(bytes[channel]);
      lower[channel] = static_cast<std::uint8_t>(bytes[channel + kLanes / 2]);
    }
  }
}

}  // namespace

void resample_into(const Pixels& pixels, const PixelTarget& target, Kernel kernel) {
  const Taps rows = make_taps(pixels.height_px, target.height_px, kernel);
  const Taps columns = make_taps(pixels.width_px, target.width_px, kernel);
  std::vector<float> upper(static_cast<std::size_t>(pixels.width_px) * 3 + 1), lower(upper.size());
  std::vector<PixelPair> pairs(pixels.width_px);
  for (int row = 0; row < target.height_px; row += 2) {
    const int next = std::min(row + 1, target.height_px - 1);
    sum_rows(pixels, rows.ranges[row], rows.of(row), upper);
    sum_rows(pixels, rows.ranges[next], rows.of(next), lower);
    pair_rows(upper, lower, pairs);
    sum_columns(pairs, columns, target.width_px, target.rgb + row * target.row_bytes,
                target.rgb + next * target.row_bytes);
  }
}

Pixels resample(const Pixels& pixels, int width_px, int height_px, Kernel kernel) {
  Pixels out{width_px, height_px, Bytes(static_cast<std::size_t>(width_px) * height_px * 3)};
  resample_into(pixels, {out.rgb.data(), static_cast<std::size_t>(width_px) * 3, width_px, height_px}, kernel);
  return out;
}

}  // namespace likeness
