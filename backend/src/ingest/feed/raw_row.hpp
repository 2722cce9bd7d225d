#pragma once

#include <map>
#include <string>
#include <vector>

namespace likeness::ingest {

/// One row of a feed as it was written: attribute ("image_link") to its trimmed texts, in their order; most have one.
/// Empty values are left out.
struct RawRow {
  long line = 0;  ///< on which the row starts, from 1
  std::map<std::string, std::vector<std::string>, std::less<>> values;
  std::size_t id_length_max = 50;  ///< characters of id and item_group_id; Google's bound, others have their own

  /// The first value of the attribute; empty where the row has none.
  const std::string& first(std::string_view attribute) const {
    static const std::string none;
    const auto found = values.find(attribute);
    return found == values.end() ? none : found->second.front();
  }
};

}  // namespace likeness::ingest
