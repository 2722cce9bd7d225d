#include "ingest/feed/json_fields.hpp"

#include <nlohmann/json.hpp>
#include <optional>

namespace likeness::ingest {
namespace {

using nlohmann::json;

constexpr double kMicros = 1e6;

std::string scalar_text(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string member_text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_structured() || found->is_null() ? std::string() : scalar_text(*found);
}

/// "15.00 USD" of {"value": "15.00", "currency": "USD"} and its kind; nullopt for any other object.
std::optional<std::string> price_text(const json& object) {
  auto currency = member_text(object, "currency");
  if (currency.empty()) currency = member_text(object, "currencyCode");
  if (currency.empty()) return std::nullopt;
  for (const auto* name : {"value", "amount"})
    if (const auto amount = member_text(object, name); !amount.empty()) return amount + " " + currency;
  const auto micros = member_text(object, "amountMicros");
  if (micros.empty() || micros.find_first_not_of("0123456789") != std::string::npos || micros.size() > 15)
    return std::nullopt;
  return json(std::stod(micros) / kMicros).dump() + " " + currency;
}

void add_values(ItemRows::Fields& fields, const std::string& name, const json& value, int depth) {
  if (value.is_null()) return;
  if (value.is_array() && depth == 0) {
    for (const auto& item : value) add_values(fields, name, item, depth + 1);
  } else if (value.is_object()) {
    if (auto price = price_text(value)) fields.emplace_back(name, std::move(*price));
  } else if (!value.is_structured()) {
    fields.emplace_back(name, scalar_text(value));
  }
}

}  // namespace

ItemRows::Fields json_fields(const json& object) {
  ItemRows::Fields fields;
  for (const auto& [name, value] : object.items()) add_values(fields, name, value, 0);
  return fields;
}

}  // namespace likeness::ingest
