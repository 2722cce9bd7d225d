#pragma once

#include <cstdint>
#include <span>

#include "base/bytes.hpp"

namespace likeness {

/// The same PNG without its texts, which may be packed to a thousandth and which libvips would unpack several times.
/// Points into `bytes` where there are none, else into `kept`. What is no whole chunk is left as it is, and so is
/// anything but a PNG.
std::span<const std::uint8_t> without_png_texts(std::span<const std::uint8_t> bytes, Bytes& kept);

}  // namespace likeness
