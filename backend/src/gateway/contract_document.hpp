#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/contract.hpp"

namespace likeness::gateway {

/// An operation with one object schema for each place where a request carries values. A schema is self-contained:
/// where it refers to components, it carries them.
struct OperationSchemas {
  Operation operation;
  nlohmann::json path;
  nlohmann::json query;
  nlohmann::json header;  ///< undeclared headers are allowed
  nlohmann::json body;    ///< null where the operation takes no JSON
};

/// Reads the operations out of an OpenAPI document. Error{invalid_argument} that lists every fault.
std::vector<OperationSchemas> read_operations(const nlohmann::json& document);

/// The schema itself, or what its $ref leads to inside `root`.
const nlohmann::json& resolved(const nlohmann::json& root, const nlohmann::json& schema);

/// The JSON value that a parameter's text stands for under its schema: integer, number, boolean, list separated by
/// commas, else text. Text that is no such thing stays text, so that the validator finds the type wrong.
nlohmann::json typed_value(const nlohmann::json& root, const nlohmann::json& schema, const std::string& text);

/// Sets absent properties that have a default, in objects that are there.
void fill_defaults(const nlohmann::json& root, const nlohmann::json& schema, nlohmann::json& value);

}  // namespace likeness::gateway
