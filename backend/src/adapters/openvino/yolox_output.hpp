#pragma once

#include <span>
#include <vector>

#include "domain/vision.hpp"

namespace likeness {

struct YoloxThresholds {
  double score_min = 0.25;
  double overlap_max = 0.45;  ///< intersection over union with a better box of the same label
};

/// The photo's place in the model's square: its upper left corner, `scale` square pixels a photo pixel.
struct Letterbox {
  int side_px = 0;
  double scale = 1;
  int photo_width_px = 0;
  int photo_height_px = 0;
};

/// Number of rows that YOLOX puts out for a square of this side: one per cell of the strides 8, 16 and 32.
std::size_t yolox_row_count(int side_px);

/// Turns YOLOX's rows (centre x, y, log width, log height in cells, objectness, 80 class scores; Ge et al. 2021) into
/// boxes in fractions of the photo, best first, duplicates of one label suppressed.
std::vector<Detection> decode_yolox(std::span<const float> rows, const Letterbox& letterbox,
                                    const YoloxThresholds& thresholds);

}  // namespace likeness
