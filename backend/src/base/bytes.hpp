#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace likeness {

/// Raw bytes as they came from outside or go there; text is std::string.
using Bytes = std::vector<std::uint8_t>;

}  // namespace likeness
