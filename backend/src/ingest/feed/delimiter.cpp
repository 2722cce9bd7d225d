#include "ingest/feed/delimiter.hpp"

#include <string>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::string_view kDelimiters = "\t;|,";

std::size_t cells_of(std::string_view line, char delimiter) {
  std::size_t cells = 1;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == delimiter && !quoted) ++cells;
  }
  return cells;
}

}  // namespace

char likely_delimiter(std::span<const std::string_view> lines) {
  char best = ',';
  double best_score = 0;
  for (const char delimiter : kDelimiters) {
    std::size_t header_cells = 0, others = 0, alike = 0;
    for (const auto line : lines) {
      if (trim(line).empty()) continue;
      const auto cells = cells_of(line, delimiter);
      if (header_cells == 0) {
        header_cells = cells;
      } else {
        ++others;
        alike += cells == header_cells;
      }
    }
    if (header_cells < 2) continue;
    const double score =
        static_cast<double>(header_cells) * static_cast<double>(1 + alike) / static_cast<double>(1 + others);
    if (score > best_score) best_score = score, best = delimiter;
  }
  return best;
}

}  // namespace likeness::ingest
