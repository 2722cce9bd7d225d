#include "adapters/postgres/sql_values.hpp"

#include "base/error.hpp"

namespace likeness {
namespace {

int hex_digit(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

}  // namespace

std::optional<std::string> sql(const std::optional<TimePoint>& time) {
  if (!time) return std::nullopt;
  return to_iso8601(*time);
}

Uuid read_uuid(const pqxx::field& field) {
  if (const auto uuid = Uuid::parse(std::string_view(field.c_str(), field.size()))) return *uuid;
  throw Error(ErrorKind::corrupt_data, "the database holds a broken id");
}

TimePoint read_time(const pqxx::field& field) { return TimePoint(std::chrono::milliseconds(field.as<long long>())); }

std::optional<TimePoint> read_optional_time(const pqxx::field& field) {
  if (field.is_null()) return std::nullopt;
  return read_time(field);
}

std::string bytea_text(const HalfVector& vector) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "\\x";
  text.reserve(2 + vector.size() * 4);
  for (const auto bits : vector)
    for (const int shift : {4, 0, 12, 8}) text.push_back(kDigits[bits >> shift & 15]);
  return text;
}

HalfVector read_half_vector(const pqxx::field& field) {
  const std::string_view text(field.c_str(), field.size());
  if (!text.starts_with("\\x") || (text.size() - 2) % 4 != 0)
    throw Error(ErrorKind::corrupt_data, "the database holds a broken vector");
  HalfVector vector((text.size() - 2) / 4);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    const char* digits = text.data() + 2 + i * 4;
    vector[i] = static_cast<std::uint16_t>(hex_digit(digits[0]) << 4 | hex_digit(digits[1]) |
                                           hex_digit(digits[2]) << 12 | hex_digit(digits[3]) << 8);
  }
  return vector;
}

Level parse_level(std::string_view word) {
  for (const auto level : {Level::image, Level::region, Level::text})
    if (word == to_string(level)) return level;
  throw Error(ErrorKind::corrupt_data, "the database holds a broken level");
}

}  // namespace likeness
