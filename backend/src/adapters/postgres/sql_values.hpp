#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pqxx/pqxx>

#include "base/clock.hpp"
#include "domain/embedding.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Values on their way into statements (as text) and out of rows.

template <class Tag>
std::string sql(const Id<Tag>& id) {
  return id.uuid.to_string();
}
template <class Tag>
std::optional<std::string> sql(const std::optional<Id<Tag>>& id) {
  if (!id) return std::nullopt;
  return id->uuid.to_string();
}
inline std::string sql(std::string_view word) { return std::string(word); }
std::optional<std::string> sql(const std::optional<TimePoint>& time);

/// Error{corrupt_data} where the column holds no uuid.
Uuid read_uuid(const pqxx::field& field);
template <class IdType>
IdType read_id(const pqxx::field& field) {
  return IdType{read_uuid(field)};
}
template <class IdType>
std::optional<IdType> read_optional_id(const pqxx::field& field) {
  if (field.is_null()) return std::nullopt;
  return IdType{read_uuid(field)};
}

/// A column made by epoch_ms().
TimePoint read_time(const pqxx::field& field);
std::optional<TimePoint> read_optional_time(const pqxx::field& field);

/// "\x3c00…": the little-endian bytes of the numbers as bytea text.
std::string bytea_text(const HalfVector& vector);
HalfVector read_half_vector(const pqxx::field& field);

Level parse_level(std::string_view word);

}  // namespace likeness
