#pragma once

#include <vector>

#include "gateway/contract.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"

namespace likeness::gateway {

/// A fault for each name in the parameter `fields` that is no member of the operation's answer.
std::vector<FieldFault> unknown_fields(const Operation& operation, const Request& request);

/// Leaves of a JSON answer of 200 only the members that `fields` names ("id,variants.price"); of a list, in each of its
/// items, and what is around the items stays. Does nothing where the request has no `fields`.
void keep_fields(const Operation& operation, const Request& request, Response& response);

}  // namespace likeness::gateway
