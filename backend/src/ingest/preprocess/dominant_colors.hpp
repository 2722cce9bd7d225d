#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "domain/vision.hpp"

namespace likeness::ingest {

/// Every name that dominant_colors gives.
inline constexpr std::array<std::string_view, 14> kColorNames = {
    "black",  "grey",  "white",     "beige", "brown", "red",    "orange",
    "yellow", "green", "turquoise", "blue",  "navy",  "purple", "pink",
};

/// The named colours that cover at least a tenth of what is shown, largest share first. A plain background, that is one
/// colour along most of the border and what is joined to it, is left out unless next to nothing else is there. The rest
/// is clustered in CIE Lab (k-means++, at most 6 clusters of at most 4096 samples), each cluster named after the
/// nearest reference colour. The same pixels always give the same answer.
std::vector<ColorShare> dominant_colors(const Pixels& pixels);

}  // namespace likeness::ingest
