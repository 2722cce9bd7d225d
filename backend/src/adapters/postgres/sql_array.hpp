#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pqxx/pqxx>

#include "domain/ids.hpp"

namespace likeness {

/// Builds the text form of a one-dimensional SQL array ({"a","b",NULL}), the parameter that unnest() turns into rows.
/// NUL characters, which Postgres cannot store, are left out.
class SqlArray {
 public:
  void add(std::string_view value);
  void add(const std::optional<std::string>& value);
  void add(long long number);
  void add(double number);
  void add_null();
  template <class Tag>
  void add(const Id<Tag>& id) {
    separate();
    text_ += id.uuid.to_string();
  }

  std::string text() const { return text_ + "}"; }

 private:
  void separate();

  std::string text_ = "{";
};

std::string sql_array(std::span<const std::string> values);

template <class Tag>
std::string sql_array(std::span<const Id<Tag>> ids) {
  SqlArray array;
  for (const auto& id : ids) array.add(id);
  return array.text();
}

/// Elements of a text[] column of one dimension; NULL elements are left out. (The parser of pqxx 6 ends an element at a
/// semicolon, which Postgres does not quote.)
std::vector<std::string> read_array(const pqxx::field& field);

}  // namespace likeness
