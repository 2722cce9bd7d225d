#include "ingest/feed/json_lines_reader.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"

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

ItemRows::Fields fields_of(const json& object) {
  ItemRows::Fields fields;
  for (const auto& [name, value] : object.items()) add_values(fields, name, value, 0);
  return fields;
}

}  // namespace

JsonLinesReader::JsonLinesReader(AttributeNames names, FeedLimits limits, OnRow on_row, OnFault on_fault)
    : rows_(std::move(names)),
      on_row_(std::move(on_row)),
      on_fault_(std::move(on_fault)),
      lines_(
          limits.row_bytes_max, [this](long number, std::string_view line) { take_line(number, line); },
          [this, limits](long number, std::string_view start) {
            any_ = true;
            on_fault_({number, "", std::string(valid_start(start, 60)),
                       "the line is longer than " + std::to_string(limits.row_bytes_max) +
                           " bytes: JSON Lines have one product on each line"});
          }) {}

void JsonLinesReader::consume(std::span<const std::uint8_t> piece) {
  lines_.consume({reinterpret_cast<const char*>(piece.data()), piece.size()});
}

bool JsonLinesReader::finish() {
  lines_.finish();
  if (!any_) throw Error(ErrorKind::invalid_argument, "the feed is empty: JSON Lines have one product on each line");
  return true;
}

void JsonLinesReader::take_line(long number, std::string_view line) {
  auto text = trim(line);
  if (number == 1 && text.starts_with("\xEF\xBB\xBF")) text = trim(text.substr(3));
  if (text.ends_with(',')) text = trim(text.substr(0, text.size() - 1));
  if (text.empty() || text == "[" || text == "]") return;
  if (!any_ && (text == "{" || text == "[{"))
    throw Error(ErrorKind::invalid_argument,
                "the JSON is spread over lines: write each product on one line (JSON Lines; jq -c '.[]' makes them)");
  any_ = true;
  if (text.starts_with("[{") && !text.ends_with(']')) text = text.substr(1);
  if (text.ends_with("}]") && !text.starts_with('[')) text = text.substr(0, text.size() - 1);
  const auto document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  const auto take = [&](const json& object) {
    if (!object.is_object())
      return on_fault_({number, "", std::string(valid_start(text, 60)), "is no JSON object: a line is one product"});
    auto row = rows_.row(number, fields_of(object));
    if (row)
      on_row_(std::move(*row));
    else
      on_fault_(std::move(row.error()));
  };
  if (document.is_discarded())
    on_fault_({number, "", std::string(valid_start(text, 60)),
               "the line is not valid JSON: JSON Lines have one whole object on each line"});
  else if (document.is_array())
    for (const auto& object : document) take(object);
  else
    take(document);
}

}  // namespace likeness::ingest
