#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gateway/problem.hpp"

namespace likeness::gateway {

/// One complaint of the validator: where it stood in the value, and its own words.
struct Complaint {
  std::vector<std::string> path;  ///< property names and indices from the value's root
  std::string words;
};

/// Says in people's words what the validator found: which field, and what the schema asks of it. `schema` carries its
/// own components; `place` stands for the root ("body"). At least one fault; one per field.
std::vector<FieldFault> explained(const nlohmann::json& schema, const nlohmann::json& value,
                                  const std::vector<Complaint>& complaints, const std::string& place);

}  // namespace likeness::gateway
