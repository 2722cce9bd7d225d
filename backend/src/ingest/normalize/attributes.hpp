#pragma once

#include <map>

#include "ingest/normalize/row_values.hpp"

namespace likeness::ingest {

/// What a row says beyond the columns of a variant, by Google's names and in Google's words: condition, gender,
/// material, custom labels and the like. A value that is none of Google's is left out with a hint, a text that is too
/// long is cut with one.
std::map<std::string, std::vector<std::string>> read_attributes(RowValues& values);

}  // namespace likeness::ingest
