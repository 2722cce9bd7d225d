#include "adapters/postgres/sql_array.hpp"

#include <fmt/format.h>

namespace likeness {

void SqlArray::separate() {
  if (text_.size() > 1) text_.push_back(',');
}

void SqlArray::add(std::string_view value) {
  separate();
  text_.push_back('"');
  for (const char c : value) {
    if (c == '\0') continue;
    if (c == '"' || c == '\\') text_.push_back('\\');
    text_.push_back(c);
  }
  text_.push_back('"');
}

void SqlArray::add(const std::optional<std::string>& value) {
  if (value)
    add(std::string_view(*value));
  else
    add_null();
}

void SqlArray::add(long long number) {
  separate();
  text_ += std::to_string(number);
}

void SqlArray::add(double number) {
  separate();
  text_ += fmt::format("{}", number);
}

void SqlArray::add_null() {
  separate();
  text_ += "NULL";
}

std::string sql_array(std::span<const std::string> values) {
  SqlArray array;
  for (const auto& value : values) array.add(std::string_view(value));
  return array.text();
}

std::vector<std::string> read_array(const pqxx::field& field) {
  std::vector<std::string> values;
  if (field.is_null()) return values;
  const std::string_view text(field.c_str(), field.size());
  std::string value;
  bool quoted = false;
  bool was_quoted = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      value.push_back(text[++i]);
    } else if (c == '"') {
      quoted = !quoted;
      was_quoted = true;
    } else if (!quoted && (c == ',' || c == '}')) {
      const bool is_empty = value.empty() && !was_quoted;
      if (!is_empty && (was_quoted || value != "NULL")) values.push_back(std::move(value));
      value.clear();
      was_quoted = false;
    } else {
      value.push_back(c);
    }
  }
  return values;
}

}  // namespace likeness
