#pragma once

#include <nlohmann/json.hpp>

#include "gateway/cursor.hpp"
#include "gateway/request.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness::gateway {

/// How what is done to whole orgs looks on the wire, as api/openapi.yaml describes it.
nlohmann::json view(const OrgOperation& operation);
/// One page of the request's list, under that name.
nlohmann::json view(const OrgOperationPage& page, const char* name, const Cursors& cursors, const Request& request);

}  // namespace likeness::gateway
