#pragma once

#include <map>
#include <string>
#include <vector>

#include <pqxx/pqxx>

namespace likeness {

/// Values of jsonb columns: objects of texts, and objects of lists of texts.
std::string sql_json(const std::map<std::string, std::string>& values);
std::string sql_json(const std::map<std::string, std::vector<std::string>>& lists);

/// Error{corrupt_data} where the column holds something else.
std::map<std::string, std::string> read_json_texts(const pqxx::field& field);
std::map<std::string, std::vector<std::string>> read_json_lists(const pqxx::field& field);

}  // namespace likeness
