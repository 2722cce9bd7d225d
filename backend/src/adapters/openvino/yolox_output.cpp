#include "adapters/openvino/yolox_output.hpp"

#include <algorithm>
#include <cmath>

#include "adapters/openvino/coco_labels.hpp"

namespace likeness {
namespace {

constexpr int kStrides[] = {8, 16, 32};
constexpr std::size_t kRowLength = 5 + kCocoLabels.size();

/// The box of a row, cut at the photo's edges; empty where it lies outside.
Box to_box(const float* row, int column, int line, int stride, const Letterbox& letterbox) {
  const double width = std::exp(row[2]) * stride;
  const double height = std::exp(row[3]) * stride;
  const double left = (row[0] + column) * stride - width / 2;
  const double top = (row[1] + line) * stride - height / 2;
  const double across = letterbox.scale * letterbox.photo_width_px;
  const double down = letterbox.scale * letterbox.photo_height_px;
  const double x = std::clamp(left / across, 0.0, 1.0);
  const double y = std::clamp(top / down, 0.0, 1.0);
  return {x, y, std::clamp((left + width) / across, x, 1.0) - x, std::clamp((top + height) / down, y, 1.0) - y};
}

std::vector<Detection> suppressed(std::vector<Detection> detections, double overlap_max) {
  std::ranges::stable_sort(detections, std::ranges::greater{}, &Detection::confidence);
  std::vector<Detection> kept;
  for (Detection& detection : detections) {
    const bool repeats = std::ranges::any_of(kept, [&](const Detection& better) {
      return better.label == detection.label && intersection_over_union(better.box, detection.box) > overlap_max;
    });
    if (!repeats) kept.push_back(std::move(detection));
  }
  return kept;
}

}  // namespace

std::size_t yolox_row_count(int side_px) {
  std::size_t count = 0;
  for (const int stride : kStrides) count += static_cast<std::size_t>(side_px / stride) * (side_px / stride);
  return count;
}

std::vector<Detection> decode_yolox(std::span<const float> rows, const Letterbox& letterbox,
                                    const YoloxThresholds& thresholds) {
  std::vector<Detection> detections;
  const float* row = rows.data();
  for (const int stride : kStrides) {
    const int cells = letterbox.side_px / stride;
    for (int cell = 0; cell < cells * cells; ++cell, row += kRowLength) {
      if (row[4] < thresholds.score_min) continue;
      const float* best = std::max_element(row + 5, row + kRowLength);
      const double score = static_cast<double>(row[4]) * *best;
      if (score < thresholds.score_min) continue;
      const Box box = to_box(row, cell % cells, cell / cells, stride, letterbox);
      if (!(box.area() > 0)) continue;
      detections.push_back({box, std::string(kCocoLabels[best - (row + 5)]), std::min(score, 1.0)});
    }
  }
  return suppressed(std::move(detections), thresholds.overlap_max);
}

}  // namespace likeness
