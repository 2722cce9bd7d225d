#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gateway/contract.hpp"

namespace likeness::gateway {

/// Fills has_etag and, where the operation takes the parameter `fields`, answer_fields and list_member from its answer
/// of 200. A fault where a list's answer has not exactly one array of objects, or there is nothing to choose from.
void add_answer_facts(const nlohmann::json& root, const nlohmann::json& node, bool takes_fields, Operation& operation,
                      std::vector<std::string>& faults);

/// What the answers of a `deprecated` operation say: Deprecation (RFC 9745) from `x-deprecated-since`, Sunset (RFC
/// 8594) from `x-sunset`, both dates, and a Link to the documentation. A fault where one of them is missing.
void add_notices(const nlohmann::json& node, Operation& operation, std::vector<std::string>& faults);

}  // namespace likeness::gateway
