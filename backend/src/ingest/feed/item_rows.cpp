#include "ingest/feed/item_rows.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "ingest/feed/text_faults.hpp"

namespace likeness::ingest {

std::expected<RawRow, ImportFault> ItemRows::row(long line, Fields fields) {
  std::vector<std::string> columns;
  std::vector<std::size_t> places;
  for (const auto& [name, text] : fields) {
    const auto same = std::ranges::find(columns, name);
    places.push_back(static_cast<std::size_t>(same - columns.begin()));
    if (same == columns.end()) columns.push_back(name);
  }
  if (columns != last_columns_) {
    last_attributes_ = names_.resolve(columns);
    last_columns_ = std::move(columns);
  }
  RawRow row{line, {}};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& attribute = last_attributes_[places[i]];
    const auto text = trim(fields[i].second);
    if (attribute.empty() || text.empty()) continue;
    if (auto reason = text_fault(text)) return std::unexpected(ImportFault{line, attribute, "", std::move(*reason)});
    row.values[attribute].emplace_back(text);
  }
  return row;
}

}  // namespace likeness::ingest
