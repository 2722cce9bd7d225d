#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/vision.hpp"

namespace likeness::apps {

/// One labelled query: a photo, words, or both, and what would be right.
struct LabelledQuery {
  std::filesystem::path image;  ///< empty for a query by words alone
  std::string text;
  std::optional<Box> box;
  std::vector<std::string> right_values;  ///< of the key
};

/// Reads a CSV with columns image and/or text, optional box (x,y,w,h), and `key`, whose right values are parted by "|".
/// Photo paths are relative to the file. Error{invalid_argument} names the first line that is wrong.
std::vector<LabelledQuery> read_queries(const std::filesystem::path& file, const std::string& key);

}  // namespace likeness::apps
