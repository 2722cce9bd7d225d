#pragma once

#include "domain/vision.hpp"

namespace likeness::ingest {

/// pHash: luma averaged down to 32 x 32, DCT-II, the 8 x 8 lowest frequencies without those of row and column 0; a bit
/// is set where the coefficient is above their median. After C. Zauner, "Implementation and Benchmarking of Perceptual
/// Image Hash Functions" (2010), section 3.2. Row by row from the lowest frequency, which is the highest bit. A photo
/// of one colour has no set bit.
PerceptualHash perceptual_hash(const Pixels& pixels);

}  // namespace likeness::ingest
