#include "adapters/postgres/database_error.hpp"

#include <pqxx/pqxx>

#include "base/log.hpp"

namespace likeness {
namespace {

/// `state` is a SQLSTATE of five characters; its first two are the class.
Error error_of_state(const std::string& state) {
  const auto is_class = [&state](std::string_view prefix) { return state.starts_with(prefix); };
  if (state == "23505") return {ErrorKind::conflict, "it exists already"};
  if (state == "23503") return {ErrorKind::not_found, "it refers to something that does not exist"};
  if (state == "57014") return {ErrorKind::timeout, "the database took too long"};
  if (is_class("40")) return {ErrorKind::unavailable, "the database was busy with a change of the same rows"};
  if (state == "53100")
    return {ErrorKind::unavailable,
            "no space left on the disk that holds the database: make room there, and work goes on by itself"};
  if (is_class("08") || is_class("53") || is_class("57P"))
    return {ErrorKind::unavailable, "the database cannot be reached"};
  if (is_class("54")) return {ErrorKind::invalid_argument, "a value is too long to be stored"};
  if (is_class("22")) return {ErrorKind::invalid_argument, "a value is not one that can be stored"};
  return {ErrorKind::internal, "the database refused a statement; see the log"};
}

}  // namespace

Error translate_database_error(const std::exception& exception) {
  if (const auto* error = dynamic_cast<const Error*>(&exception)) return *error;
  log::debug("database: {}", exception.what());
  if (const auto* sql = dynamic_cast<const pqxx::sql_error*>(&exception)) {
    auto error = error_of_state(sql->sqlstate());
    if (error.kind() == ErrorKind::internal) log::error("database: SQLSTATE {}: {}", sql->sqlstate(), exception.what());
    return error;
  }
  if (dynamic_cast<const pqxx::deadlock_detected*>(&exception) != nullptr ||
      dynamic_cast<const pqxx::transaction_rollback*>(&exception) != nullptr)
    return error_of_state("40001");
  if (dynamic_cast<const pqxx::broken_connection*>(&exception) != nullptr)
    return {ErrorKind::unavailable, "the database cannot be reached"};
  if (dynamic_cast<const pqxx::in_doubt_error*>(&exception) != nullptr)
    return {ErrorKind::unavailable, "the database went away while committing"};
  return {ErrorKind::internal, "the database gave an unexpected answer"};
}

}  // namespace likeness
