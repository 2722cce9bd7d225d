#pragma once

#include <span>
#include <string_view>

namespace likeness::ingest {

/// The one of tab , ; | that cuts these first lines of a feed into most cells and most alike; a comma where none cuts
/// the first line at all. Delimiters inside quotation marks do not count.
char likely_delimiter(std::span<const std::string_view> lines);

}  // namespace likeness::ingest
