#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/delimited_reader.hpp"

namespace likeness::ingest {

/// What a feed became.
struct FeedRead {
  std::vector<RawRow> rows;
  std::vector<ImportFault> faults;
};

/// Columns under their own names, whatever they mean.
inline std::vector<std::string> plain_names(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const auto& column : header) names.push_back(canonical_name(column));
  return names;
}

/// Reads `text` handed over in pieces of the given sizes, then the rest in one.
inline FeedRead read_feed(std::string_view text, char delimiter = ',', FeedLimits limits = {},
                          const std::vector<std::size_t>& piece_sizes = {}) {
  FeedRead read;
  DelimitedReader reader(
      delimiter, plain_names, limits, [&](RawRow row) { read.rows.push_back(std::move(row)); },
      [&](ImportFault fault) { read.faults.push_back(std::move(fault)); });
  const auto consume = [&](std::string_view piece) {
    reader.consume({reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size()});
  };
  for (const auto size : piece_sizes) {
    consume(text.substr(0, size));
    text.remove_prefix(std::min(size, text.size()));
  }
  consume(text);
  reader.finish();
  return read;
}

/// "2: id=1 title=a" for each row.
inline std::vector<std::string> lines_of(const FeedRead& read) {
  std::vector<std::string> lines;
  for (const auto& row : read.rows) {
    lines.push_back(std::to_string(row.line) + ":");
    for (const auto& [name, value] : row.values) lines.back() += " " + name + "=" + join(value, "|");
  }
  return lines;
}

/// "3 title: reason" for each fault.
inline std::vector<std::string> faults_of(const FeedRead& read) {
  std::vector<std::string> lines;
  for (const auto& fault : read.faults)
    lines.push_back(std::to_string(fault.line) + " " + fault.field + ": " + fault.reason);
  return lines;
}

}  // namespace likeness::ingest
