#include "ingest/normalize/row_values.hpp"

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kQuotedBytesMax = 200;

std::string longer_than(std::size_t length_max) {
  return "is longer than " + std::to_string(length_max) + " characters";
}

}  // namespace

std::string cut(const std::string& text, std::size_t length_max) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && length++ == length_max) return text.substr(0, i);
  return text;
}

std::string RowValues::exact_text(std::string_view name, std::size_t length_max, bool required) {
  const auto& value = row_.first(name);
  if (value.empty() && required) fault(name, "", "is required and missing");
  if (utf8_length(value) > length_max) fault(name, value, longer_than(length_max));
  return value;
}

std::string RowValues::text(std::string_view name, std::size_t length_max) {
  const auto& value = row_.first(name);
  if (utf8_length(value) <= length_max) return value;
  hint(name, value, longer_than(length_max) + " and was cut");
  return cut(value, length_max);
}

std::optional<Money> RowValues::money(std::string_view name) {
  const auto& value = row_.first(name);
  if (value.empty()) return std::nullopt;
  const auto parsed = parse_money(value, prices_);
  if (parsed) return *parsed;
  fault(name, value, parsed.error().message());
  return std::nullopt;
}

const std::vector<std::string>& RowValues::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = row_.values.find(name);
  return found == row_.values.end() ? none : found->second;
}

void RowValues::fault(std::string_view name, std::string_view value, std::string reason) {
  faults_.push_back(
      {row_.line, std::string(name), std::string(valid_start(value, kQuotedBytesMax)), std::move(reason)});
  is_refused_ = true;
}

void RowValues::hint(std::string_view name, std::string_view value, std::string reason) {
  faults_.push_back({row_.line, std::string(name), std::string(valid_start(value, kQuotedBytesMax)), std::move(reason),
                     /*row_kept=*/true});
}

}  // namespace likeness::ingest
