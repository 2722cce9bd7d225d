#pragma once

#include <span>
#include <string_view>

namespace likeness::ingest {

/// The attributes that are read, by Google's names.
std::span<const std::string_view> known_attributes();

/// Common names of columns, without blanks and underscores and in lower case, and the attribute they mean.
struct CommonName {
  std::string_view column;
  std::string_view attribute;
};
std::span<const CommonName> common_names();

}  // namespace likeness::ingest
