#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/error.hpp"

namespace likeness {

/// The photo format that the first bytes announce: jpeg, png, webp, gif, tiff, avif or heic. Error{corrupt_data} for no
/// bytes at all, Error{unsupported} for everything else, by name where the format is known.
Result<std::string> sniff_image_format(std::span<const std::uint8_t> bytes);
/// "jpeg" -> "JPEG", as written in messages.
std::string format_label(const std::string& format);

}  // namespace likeness
