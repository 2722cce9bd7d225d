#include "ingest/feed/text_faults.hpp"

#include "base/text.hpp"

namespace likeness::ingest {

std::optional<std::string> text_fault(std::string_view value) {
  if (!is_valid_utf8(value)) return "the value is not text in the feed's encoding (UTF-8 is advised)";
  if (value.find('\0') != std::string_view::npos) return "the value holds a zero byte";
  return std::nullopt;
}

}  // namespace likeness::ingest
