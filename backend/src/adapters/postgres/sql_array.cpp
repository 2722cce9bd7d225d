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
  auto parser = field.as_array();
  for (auto piece = parser.get_next(); piece.first != pqxx::array_parser::done; piece = parser.get_next())
    if (piece.first == pqxx::array_parser::string_value) values.push_back(std::move(piece.second));
  return values;
}

}  // namespace likeness
