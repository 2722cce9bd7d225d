#include "ingest/feed/json_lines_reader.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/json_fields.hpp"

namespace likeness::ingest {

using nlohmann::json;

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
    auto row = rows_.row(number, json_fields(object));
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
