#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace likeness::ingest {

/// The digits of a GTIN (8, 12, 13 or 14, the last of which proves the others: GS1 General Specifications 7.9), blanks
/// and hyphens taken out; an ISBN-10 becomes its ISBN-13. Else why it is none.
std::expected<std::string, std::string> parse_gtin(std::string_view text);

}  // namespace likeness::ingest
