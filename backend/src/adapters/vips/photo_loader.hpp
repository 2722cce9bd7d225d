#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "adapters/vips/vips_runtime.hpp"

namespace likeness {

/// Opens a photo by the one loader of its format (as sniff_image_format names it), without asking the others; only its
/// header is read. `factor` is by how much it will be shrunk: where the decoder can, it makes fewer pixels, though
/// never fewer than are wanted. Empty where the header is damaged. `bytes` must outlive the image.
VipsHandle open_photo(const std::string& format, std::span<const std::uint8_t> bytes, double factor);
/// Whether open_photo() opens fewer pixels than the photo has.
bool loads_smaller(const std::string& format, double factor);

}  // namespace likeness
