#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace likeness::ingest {

/// The sizes that a text names: "S, M, L", "S|M|L" and "38,39,40" are three; "10,5", "S/M" and "Waist 32, length 34"
/// are one.
std::vector<std::string> split_sizes(std::string_view text);

}  // namespace likeness::ingest
