// Sizes, colours and photo lists as feeds write them, each parted by a newline of the input.
#include "feed_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace likeness;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text)) return 0;
  ingest::RawRow row;
  row.values = {{"id", {"1"}}, {"title", {"Shirt"}}};
  const char* const names[] = {"size", "color", "additional_image_link", "image_link"};
  std::size_t at = 0;
  for (const auto* name : names) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (const auto value = trim(text.substr(std::min(at, end), end - std::min(at, end))); !value.empty())
      row.values[name] = {std::string(value)};
    at = std::min(end + 1, text.size());
  }
  const auto normalized = ingest::normalize(row);
  for (const auto& one : normalized.rows) {
    fuzz::require(utf8_length(one.variant.size) <= 100 && !one.variant.external_id.empty());
    for (const auto& color : one.variant.colors) fuzz::require(!color.empty() && utf8_length(color) <= 100);
  }
  return 0;
}
