#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace likeness::ingest {

/// Why a value cannot be stored as text, if it cannot.
std::optional<std::string> text_fault(std::string_view value);

}  // namespace likeness::ingest
