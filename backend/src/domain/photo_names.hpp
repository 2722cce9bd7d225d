#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// What a photo without a feed says of itself by where it lies.
struct PhotoName {
  std::string id;                          ///< the path without its extension; a long one ends in a hash of the whole
  std::string title;                       ///< "Bags/red_leather-bag 2.jpg" -> "red leather bag 2"
  std::vector<std::string> category_path;  ///< the folders
};

/// nullopt where the path, with slashes, is not a photo's by its extension, is hidden, or belongs to an archive's own
/// housekeeping ("__MACOSX/").
std::optional<PhotoName> name_photo(std::string_view path);

}  // namespace likeness
