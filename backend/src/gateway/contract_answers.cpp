#include "gateway/contract_answers.hpp"

#include <fmt/chrono.h>

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/clock.hpp"
#include "gateway/contract_document.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr int kDepthMax = 8;

/// Members of the values that a schema describes, through arrays.
void collect_fields(const json& root, const json& schema, const std::string& prefix, int depth,
                    std::vector<std::string>& fields) {
  const json& facts = resolved(root, schema);
  if (depth > kDepthMax) return;
  if (const auto items = facts.find("items"); items != facts.end())
    return collect_fields(root, *items, prefix, depth + 1, fields);
  if (facts.value("additionalProperties", json(false)) == true) fields.push_back(prefix + "*");
  const auto properties = facts.find("properties");
  if (properties == facts.end()) return;
  for (const auto& [name, property] : properties->items()) {
    fields.push_back(prefix + name);
    collect_fields(root, property, prefix + name + ".", depth + 1, fields);
  }
}

std::vector<std::string> arrays_of_objects(const json& root, const json& schema) {
  std::vector<std::string> names;
  const json properties = schema.value("properties", json::object());
  for (const auto& [name, property] : properties.items()) {
    const json& facts = resolved(root, property);
    if (facts.contains("items") && resolved(root, facts["items"]).contains("properties")) names.push_back(name);
  }
  return names;
}

const json* answer_schema(const json& root, const json& answer) {
  const json::json_pointer place("/content/application~1json/schema");
  return answer.contains(place) ? &resolved(root, answer.at(place)) : nullptr;
}

std::optional<TimePoint> date_of(const json& node, const char* name) {
  const auto found = node.find(name);
  return found == node.end() || !found->is_string() ? std::nullopt : parse_iso8601(found->get<std::string>());
}

}  // namespace

void add_answer_facts(const json& root, const json& node, bool takes_fields, Operation& operation,
                      std::vector<std::string>& faults) {
  const json responses = node.value("responses", json::object());
  const auto success = responses.find("200");
  const json answer = success == responses.end() ? json::object() : resolved(root, *success);
  operation.has_etag = answer.value("headers", json::object()).contains("ETag");
  if (!takes_fields) return;
  const json* schema = answer_schema(root, answer);
  if (!schema) {
    faults.push_back(operation.id + ": it takes fields, but its answer is no JSON object");
    return;
  }
  if (!operation.id.starts_with("list")) return collect_fields(root, *schema, "", 0, operation.answer_fields);
  const auto arrays = arrays_of_objects(root, *schema);
  if (arrays.size() != 1) {
    faults.push_back(operation.id + ": the answer of a list needs exactly one array of objects");
    return;
  }
  operation.list_member = arrays.front();
  collect_fields(root, (*schema)["properties"][operation.list_member], "", 0, operation.answer_fields);
}

void add_notices(const json& node, Operation& operation, std::vector<std::string>& faults) {
  if (!node.value("deprecated", false)) return;
  const auto since = date_of(node, "x-deprecated-since");
  const auto sunset = date_of(node, "x-sunset");
  if (!since || !sunset) {
    faults.push_back(operation.id + ": a deprecated operation needs the dates x-deprecated-since and x-sunset");
    return;
  }
  const auto seconds = [](TimePoint time) { return std::chrono::floor<std::chrono::seconds>(time); };
  operation.notices = {
      {"Deprecation", fmt::format("@{}", seconds(*since).time_since_epoch().count())},
      {"Sunset",
       fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::chrono::system_clock::to_time_t(*sunset)))},
      {"Link", "</docs>; rel=\"deprecation\"; type=\"text/html\", </docs>; rel=\"sunset\"; type=\"text/html\""}};
}

}  // namespace likeness::gateway
