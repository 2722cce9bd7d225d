#include "gateway/contract.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
// Without it valijson ends the process where it cannot go on.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/text.hpp"
#include "gateway/contract_document.hpp"
#include "gateway/contract_faults.hpp"
#include "gateway/partial_answer.hpp"

namespace likeness::gateway {

/// Defined in a source that the build makes from api/openapi.yaml.
extern const std::string_view kOpenApiDocument;

namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// Deeper bodies than any schema of ours are refused before the parser builds them.
constexpr int kNestingMax = 32;

/// The schema without "format", which the validator takes every value for a text to check: it aborts the process at
/// an object. Routes parse such texts.
json without_formats(json schema) {
  if (schema.is_object() && schema.contains("type")) {
    const auto format = schema.find("format");
    if (format != schema.end() && format->is_string()) schema.erase(format);
  }
  if (schema.is_structured())
    for (json& part : schema) part = without_formats(std::move(part));
  return schema;
}

/// A schema as text of the document and as the validator's own form.
struct CheckedSchema {
  json text;
  valijson::Schema compiled;

  explicit CheckedSchema(json schema) : text(without_formats(std::move(schema))) {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(text), compiled);
  }

  std::vector<FieldFault> faults(const json& value, const std::string& place) const {
    // Its cache of expressions is not made for several threads.
    thread_local valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(compiled, Adapter(value), &results)) return {};
    std::vector<Complaint> complaints;
    for (const auto& error : results) {
      Complaint complaint{{}, error.description};
      for (std::size_t i = 1; i < error.context.size(); ++i)
        complaint.path.push_back(error.context[i].substr(1, error.context[i].size() - 2));
      complaints.push_back(std::move(complaint));
    }
    return explained(text, value, complaints, place);
  }
};

struct CheckedOperation {
  Operation operation;
  CheckedSchema path;
  CheckedSchema query;
  CheckedSchema header;
  std::unique_ptr<CheckedSchema> body;

  explicit CheckedOperation(OperationSchemas schemas)
      : operation(std::move(schemas.operation)),
        path(std::move(schemas.path)),
        query(std::move(schemas.query)),
        header(std::move(schemas.header)),
        body(schemas.body.is_null() ? nullptr : std::make_unique<CheckedSchema>(std::move(schemas.body))) {}
};

json typed_values(const CheckedSchema& schema, const Parameters& parameters) {
  json values = json::object();
  const json& known = schema.text["properties"];
  for (const auto& [name, text] : parameters)
    values[name] = known.contains(name) ? typed_value(schema.text, known[name], text) : json(text);
  return values;
}

Parameters declared_headers(const CheckedSchema& schema, const Request& request) {
  Parameters headers;
  for (const auto& [name, facts] : schema.text["properties"].items())
    if (const std::string* value = request.headers.find(name)) headers.emplace(name, *value);
  return headers;
}

/// Deepest nesting of brackets outside of strings.
int nesting_of(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    if (in_string) {
      if (letter == '\\') ++i;
      if (letter == '"') in_string = false;
    } else if (letter == '"') {
      in_string = true;
    } else if (letter == '{' || letter == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (letter == '}' || letter == ']') {
      --depth;
    }
  }
  return deepest;
}

NamedProblem malformed_json(const std::string& message) {
  return {problem_types::kMalformedJson, Error(ErrorKind::invalid_argument, message, "body")};
}

json parsed(const std::string& body) {
  if (nesting_of(body) > kNestingMax)
    throw malformed_json(fmt::format("the body is nested deeper than {} levels", kNestingMax));
  try {
    return json::parse(body);
  } catch (const json::parse_error& error) {
    throw malformed_json(fmt::format("the body is not JSON: it breaks off at byte {}", error.byte));
  } catch (const json::exception&) {
    throw malformed_json("the body is not JSON that can be read");
  }
}

void append(std::vector<FieldFault>& faults, std::vector<FieldFault> more) {
  faults.insert(faults.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

struct Contract::Schemas {
  std::string document;
  std::vector<Operation> operations;
  std::map<std::string, CheckedOperation, std::less<>> by_id;

  const CheckedOperation& of(const Operation& operation) const { return by_id.find(operation.id)->second; }
};

Contract::Contract(std::string_view openapi_json) : schemas_(std::make_unique<Schemas>()) {
  schemas_->document = openapi_json;
  try {
    for (OperationSchemas& operation : read_operations(json::parse(openapi_json))) {
      schemas_->operations.push_back(operation.operation);
      std::string id = operation.operation.id;
      schemas_->by_id.try_emplace(std::move(id), std::move(operation));
    }
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ErrorKind::invalid_argument, std::string("the contract cannot be read: ") + error.what());
  }
}

Contract::~Contract() = default;
Contract::Contract(Contract&&) noexcept = default;

std::string_view Contract::embedded_document() { return kOpenApiDocument; }

Contract Contract::load(const std::string& path) {
  if (path.empty()) return Contract(embedded_document());
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) throw Error(ErrorKind::not_found, "the contract " + path + " cannot be read");
  return Contract(text.str());
}

const std::vector<Operation>& Contract::operations() const { return schemas_->operations; }

const Operation* Contract::find(std::string_view operation_id) const {
  const auto found = schemas_->by_id.find(operation_id);
  return found == schemas_->by_id.end() ? nullptr : &found->second.operation;
}

const std::string& Contract::document() const { return schemas_->document; }

std::vector<FieldFault> Contract::check_parameters(const Operation& operation, Request& request) const {
  const CheckedOperation& checked = schemas_->of(operation);
  std::vector<FieldFault> faults = checked.path.faults(typed_values(checked.path, request.path_parameters), "path");
  append(faults, checked.query.faults(typed_values(checked.query, request.query), "query"));
  append(faults, unknown_fields(operation, request));
  append(faults,
         checked.header.faults(typed_values(checked.header, declared_headers(checked.header, request)), "header"));
  for (const auto& [name, facts] : checked.query.text["properties"].items()) {
    const json& schema = resolved(checked.query.text, facts);
    if (!schema.contains("default") || request.query.contains(name)) continue;
    const json& value = schema["default"];
    request.query.emplace(name, value.is_string() ? value.get<std::string>() : value.dump());
  }
  return faults;
}

bool Contract::takes_content_type(const Operation& operation, std::string_view media_type) const {
  return std::ranges::any_of(operation.content_types, [&](const std::string& known) {
    return known == media_type ||
           (known.ends_with("/*") && media_type.starts_with(std::string_view(known).substr(0, known.size() - 1)));
  });
}

namespace {

/// No column of text takes them, and what is behind one would be lost without a word.
void find_zero_bytes(const json& value, const std::string& field, std::vector<FieldFault>& faults) {
  if (value.is_string() && value.get_ref<const std::string&>().find('\0') != std::string::npos)
    faults.push_back({field, field + " must not hold a zero byte"});
  if (!value.is_structured()) return;
  for (const auto& [name, member] : value.items())
    find_zero_bytes(member, field.empty() ? name : field + "." + name, faults);
}

}  // namespace

std::vector<FieldFault> Contract::check_json_body(const Operation& operation, Request& request) const {
  const CheckedOperation& checked = schemas_->of(operation);
  if (!checked.body) return {};
  if (request.body.empty() && !operation.body_required) {
    request.json_body = std::make_shared<const json>(json::object());
    return {};
  }
  if (request.body.empty()) return {{"body", "is required"}};
  auto value = std::make_shared<json>(parsed(request.body));
  std::vector<FieldFault> faults = checked.body->faults(*value, "body");
  find_zero_bytes(*value, "", faults);
  if (faults.empty()) fill_defaults(checked.body->text, checked.body->text, *value);
  request.json_body = std::move(value);
  return faults;
}

}  // namespace likeness::gateway
