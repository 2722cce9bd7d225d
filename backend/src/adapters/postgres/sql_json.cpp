#include "adapters/postgres/sql_json.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace likeness {
namespace {

using nlohmann::json;

template <class Values>
Values read(const pqxx::field& field) {
  try {
    return json::parse(field.c_str()).get<Values>();
  } catch (const json::exception& error) {
    throw Error(ErrorKind::corrupt_data,
                std::string("column ") + field.name() + " holds unexpected JSON: " + error.what());
  }
}

}  // namespace

std::string sql_json(const std::map<std::string, std::string>& values) { return json(values).dump(); }
std::string sql_json(const std::map<std::string, std::vector<std::string>>& lists) { return json(lists).dump(); }

std::map<std::string, std::string> read_json_texts(const pqxx::field& field) {
  return read<std::map<std::string, std::string>>(field);
}
std::map<std::string, std::vector<std::string>> read_json_lists(const pqxx::field& field) {
  return read<std::map<std::string, std::vector<std::string>>>(field);
}

}  // namespace likeness
