#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

/// Makes rows of items that name their own fields, as XML and JSON do.
class ItemRows {
 public:
  /// Name and text, in their order; a name may come several times.
  using Fields = std::vector<std::pair<std::string, std::string>>;

  explicit ItemRows(AttributeNames names) : names_(std::move(names)) {}

  std::expected<RawRow, ImportFault> row(long line, Fields fields);

 private:
  AttributeNames names_;
  // Items of a feed mostly have the same fields.
  std::vector<std::string> last_columns_;
  std::vector<std::string> last_attributes_;
};

}  // namespace likeness::ingest
