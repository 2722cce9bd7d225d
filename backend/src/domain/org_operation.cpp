#include "domain/org_operation.hpp"

namespace likeness {

std::string export_key(OrgOperationId id) { return "exports/" + id.uuid.to_string() + ".zip"; }

}  // namespace likeness
