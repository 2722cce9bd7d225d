#pragma once

#include <nlohmann/json.hpp>

#include "gateway/request.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness::gateway {

/// How what is done to whole orgs looks on the wire, as api/openapi.yaml describes it.
nlohmann::json view(const OrgOperation& operation);
/// One page under that name.
nlohmann::json view(const OrgOperationPage& page, const char* name);

/// Where the page that a request wants begins, and how long it is.
std::optional<OrgOperationId> operation_cursor(const Request& request);
int operation_limit(const Request& request);

}  // namespace likeness::gateway
