#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace likeness::ingest {

/// Column of a feed -> attribute of Google Merchant ("Produktname" -> "title"), or "ignore" for a column to leave out.
using ColumnMapping = std::map<std::string, std::string>;

/// "Image Link", "g:image_link" and "IMAGE-LINK" are all image_link.
std::string canonical_name(std::string_view column);

/// Knows columns by their names: what the mapping says wins over an attribute's own name, and that over the common
/// names in English, German, French, Spanish, Italian and Dutch.
class AttributeNames {
 public:
  /// Error{invalid_argument, field "mapping"} where it names an attribute that there is not.
  explicit AttributeNames(const ColumnMapping& mapping = {});

  /// For each column the attribute that it holds; its canonical name where it is none that is known, "" where it is to
  /// be left out. Columns of one attribute are all taken where they were mapped to it or have its own name; of columns
  /// with common names only the first, and only where nothing better is there.
  std::vector<std::string> resolve(std::span<const std::string> columns) const;
  /// The same, with Error{invalid_argument} where id, title or image_link is missing: it names the columns that are
  /// there and how to map one.
  std::vector<std::string> resolve_required(std::span<const std::string> columns) const;

 private:
  std::unordered_map<std::string, std::string> mapping_;  ///< by the squeezed name of the column
};

}  // namespace likeness::ingest
