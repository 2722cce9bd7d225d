#include "domain/embedding.hpp"

#include <immintrin.h>

#include <cmath>
#include <utility>

namespace likeness {

std::string_view to_string(Level level) {
  switch (level) {
    case Level::image:
      return "image";
    case Level::region:
      return "region";
    case Level::text:
      return "text";
  }
  std::unreachable();
}

HalfVector to_half(std::span<const float> vector) {
  HalfVector half(vector.size());
  for (std::size_t i = 0; i < vector.size(); ++i) half[i] = _cvtss_sh(vector[i], _MM_FROUND_TO_NEAREST_INT);
  return half;
}

Vector to_float(std::span<const std::uint16_t> vector) {
  Vector single(vector.size());
  for (std::size_t i = 0; i < vector.size(); ++i) single[i] = _cvtsh_ss(vector[i]);
  return single;
}

float dot(std::span<const float> left, std::span<const float> right) {
  // Eight sums side by side: the order of additions is ours to choose, so the compiler may keep them in one register.
  float sums[8] = {};
  std::size_t i = 0;
  for (; i + 8 <= left.size(); i += 8)
    for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += left[i + lane] * right[i + lane];
  float sum = 0;
  for (const float part : sums) sum += part;
  for (; i < left.size(); ++i) sum += left[i] * right[i];
  return sum;
}

float dot(std::span<const float> left, std::span<const std::uint16_t> right) {
  const std::size_t size = left.size();
  __m256 sums[4] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps()};
  std::size_t i = 0;
  for (; i + 32 <= size; i += 32)
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const auto half = _mm_loadu_si128(reinterpret_cast<const __m128i*>(right.data() + i + lane * 8));
      sums[lane] = _mm256_fmadd_ps(_mm256_loadu_ps(left.data() + i + lane * 8), _mm256_cvtph_ps(half), sums[lane]);
    }
  const __m256 total = _mm256_add_ps(_mm256_add_ps(sums[0], sums[1]), _mm256_add_ps(sums[2], sums[3]));
  alignas(32) float parts[8];
  _mm256_store_ps(parts, total);
  float sum = 0;
  for (const float part : parts) sum += part;
  for (; i < size; ++i) sum += left[i] * _cvtsh_ss(right[i]);
  return sum;
}

void normalize(std::span<float> vector) {
  const float length = std::sqrt(dot(vector, vector));
  if (length == 0) return;
  for (float& value : vector) value /= length;
}

double Calibration::confidence(double cosine) const { return 1.0 / (1.0 + std::exp(-(slope * cosine + intercept))); }

}  // namespace likeness
