#pragma once

#include <span>
#include <string_view>

namespace likeness::gateway {

/// One file of the page at /docs.
struct DocsAsset {
  std::string_view name;  ///< below /docs/; empty for the page itself
  std::string_view media_type;
  std::string_view tag;  ///< ETag, quoted
  std::string_view body;
};

/// The page and what it loads. Defined in a source that the build makes from api/viewer.
std::span<const DocsAsset> docs_assets();

}  // namespace likeness::gateway
