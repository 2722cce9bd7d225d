#pragma once

#include <array>
#include <string_view>

namespace likeness {

/// The 80 things of the COCO detection task (Lin et al. 2014), in the order of the detector's scores.
extern const std::array<std::string_view, 80> kCocoLabels;

}  // namespace likeness
