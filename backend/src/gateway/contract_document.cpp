#include "gateway/contract_document.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "gateway/contract_answers.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr std::string_view kMethods[] = {"get", "put", "post", "delete", "patch"};

/// Collects what is wrong with the document, so that all of it is told at once.
using Faults = std::vector<std::string>;

void check_references(const json& root, const json& node, Faults& faults) {
  if (node.is_object()) {
    const auto reference = node.find("$ref");
    if (reference != node.end() && reference->is_string()) {
      const std::string target = *reference;
      bool found = target.starts_with("#/");
      try {
        found = found && root.contains(json::json_pointer(target.substr(1)));
      } catch (const json::exception&) {
        found = false;
      }
      if (!found) faults.push_back("$ref " + target + " leads nowhere");
    }
  }
  if (node.is_structured())
    for (const json& child : node) check_references(root, child, faults);
}

json object_schema(bool additional) {
  return {{"type", "object"},
          {"properties", json::object()},
          {"required", json::array()},
          {"additionalProperties", additional}};
}

void add_components(const json& root, json& schema) {
  if (schema.dump().find("\"$ref\"") != std::string::npos && root.contains("components"))
    schema["components"] = {{"schemas", root["components"].value("schemas", json::object())}};
}

void add_parameters(const json& root, const json& node, OperationSchemas& into, Faults& faults) {
  const auto parameters = node.find("parameters");
  if (parameters == node.end()) return;
  for (const json& entry : *parameters) {
    const json& parameter = resolved(root, entry);
    const std::string place = parameter.value("in", "");
    const std::string name = parameter.value("name", "");
    json* schema = place == "path" ? &into.path : place == "query" ? &into.query : &into.header;
    if (name.empty() || !parameter.contains("schema") || (place != "path" && place != "query" && place != "header")) {
      faults.push_back(into.operation.id + ": a parameter needs name, schema and in: path, query or header");
      continue;
    }
    (*schema)["properties"][name] = parameter["schema"];
    if (parameter.value("required", false)) (*schema)["required"].push_back(name);
    if (place == "path") into.operation.path_parameters.push_back(name);
  }
}

void add_body(const json& root, const json& node, OperationSchemas& into) {
  const auto found = node.find("requestBody");
  if (found == node.end()) return;
  const json& request_body = resolved(root, *found);
  into.operation.body_required = request_body.value("required", false);
  const json content = request_body.value("content", json::object());
  for (const auto& [media_type, description] : content.items()) {
    into.operation.content_types.push_back(media_type);
    if (media_type == "application/json") into.body = resolved(root, description.value("schema", json::object()));
  }
}

void add_roles(const json& node, Operation& operation, Faults& faults) {
  const auto roles = node.find("x-roles");
  if (roles == node.end() || !roles->is_array() || roles->empty()) {
    faults.push_back(operation.id + ": no x-roles");
    return;
  }
  for (const json& role : *roles) operation.roles.push_back(role.get<std::string>());
  operation.is_public = std::ranges::find(operation.roles, "public") != operation.roles.end();
}

void check_path_parameters(const Operation& operation, Faults& faults) {
  std::set<std::string> in_path;
  for (const std::string& segment : split(operation.path, "/"))
    if (segment.starts_with('{') && segment.ends_with('}')) in_path.insert(segment.substr(1, segment.size() - 2));
  if (in_path != std::set<std::string>(operation.path_parameters.begin(), operation.path_parameters.end()))
    faults.push_back(operation.id + ": the parameters in " + operation.path + " are not those that it declares");
}

void add_audit(const json& node, Operation& operation, Faults& faults) {
  const std::string rule = node.value("x-audit", operation.method == "GET" ? "none" : "changes");
  if (rule == "attempts")
    operation.audit = AuditRule::attempts;
  else if (rule == "changes" || rule == "access")
    operation.audit = AuditRule::successes;
  else if (rule != "none")
    faults.push_back(operation.id + ": x-audit must be access, attempts or none");
}

OperationSchemas read_operation(const json& root, const std::string& path, std::string method, const json& path_item,
                                const json& node, Faults& faults) {
  OperationSchemas schemas{.operation = {},
                           .path = object_schema(false),
                           .query = object_schema(false),
                           .header = object_schema(true),
                           .body = nullptr};
  Operation& operation = schemas.operation;
  std::ranges::transform(method, method.begin(), [](unsigned char letter) { return std::toupper(letter); });
  operation.id = node.value("operationId", "");
  operation.method = std::move(method);
  operation.path = path;
  if (operation.id.empty()) faults.push_back(operation.method + " " + path + ": no operationId");
  add_roles(node, operation, faults);
  operation.rate_class = node.value("x-rate-class", "");
  if (operation.rate_class.empty()) faults.push_back(operation.id + ": no x-rate-class");
  operation.has_transaction = operation.method != "GET" && node.value("x-transaction", "") != "none";
  operation.takes_api_keys = node.value("x-api-keys", "") != "none";
  operation.is_idempotent = operation.method == "POST" && node.value("x-idempotent", "") != "none";
  add_audit(node, operation, faults);
  add_parameters(root, path_item, schemas, faults);
  add_parameters(root, node, schemas, faults);
  add_body(root, node, schemas);
  check_path_parameters(operation, faults);
  add_answer_facts(root, node, schemas.query["properties"].contains("fields"), operation, faults);
  add_notices(node, operation, faults);
  for (json* schema : {&schemas.path, &schemas.query, &schemas.header, &schemas.body})
    if (schema->is_object()) add_components(root, *schema);
  return schemas;
}

template <class Number>
std::optional<Number> whole_number(const std::string& text) {
  Number value{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::vector<OperationSchemas> read_operations(const json& document) {
  Faults faults;
  std::vector<OperationSchemas> operations;
  if (!document.is_object() || !document.contains("openapi") || !document.contains("paths"))
    throw Error(ErrorKind::invalid_argument, "the contract is no OpenAPI document");
  check_references(document, document, faults);
  if (!faults.empty()) throw Error(ErrorKind::invalid_argument, "the contract: " + join(faults, "; "));

  std::set<std::string> ids;
  for (const auto& [path, path_item] : document["paths"].items())
    for (const std::string_view method : kMethods) {
      const auto node = path_item.find(method);
      if (node == path_item.end()) continue;
      operations.push_back(read_operation(document, path, std::string(method), path_item, *node, faults));
      const std::string& id = operations.back().operation.id;
      if (!ids.insert(id).second) faults.push_back("two operations are called " + id);
    }
  if (!faults.empty()) throw Error(ErrorKind::invalid_argument, "the contract: " + join(faults, "; "));
  return operations;
}

const json& resolved(const json& root, const json& schema) {
  const json* node = &schema;
  // A chain of references is short; a circle of them ends here instead of never.
  for (int steps = 0; steps < 16 && node->is_object() && node->contains("$ref"); ++steps)
    node = &root.at(json::json_pointer((*node)["$ref"].get<std::string>().substr(1)));
  return *node;
}

json typed_value(const json& root, const json& schema, const std::string& text) {
  const json& facts = resolved(root, schema);
  const json type = facts.value("type", json());
  if (type == "integer") {
    if (const auto value = whole_number<std::int64_t>(text)) return *value;
  } else if (type == "number") {
    if (const auto value = whole_number<double>(text); value && std::isfinite(*value)) return *value;
  } else if (type == "boolean") {
    if (text == "true" || text == "false") return text == "true";
  } else if (type == "array") {
    json values = json::array();
    for (const std::string& piece : split(text, ","))
      values.push_back(typed_value(root, facts.value("items", json::object()), piece));
    return values;
  }
  return text;
}

void fill_defaults(const json& root, const json& schema, json& value) {
  const json& facts = resolved(root, schema);
  const auto properties = facts.find("properties");
  if (!value.is_object() || properties == facts.end()) return;
  for (const auto& [name, property] : properties->items()) {
    const json& property_facts = resolved(root, property);
    const auto present = value.find(name);
    if (present != value.end())
      fill_defaults(root, property, *present);
    else if (property_facts.contains("default"))
      value[name] = property_facts["default"];
  }
}

}  // namespace likeness::gateway
