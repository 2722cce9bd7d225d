#pragma once

#include "base/bytes.hpp"

namespace likeness {

/// The same still WebP picture without any other chunk than the pixels: libvips 8.14 writes an Exif chunk whatever it
/// is told. Bytes of another shape come back unchanged.
Bytes without_webp_metadata(Bytes webp);

}  // namespace likeness
