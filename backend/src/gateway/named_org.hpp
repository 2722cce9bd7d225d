#pragma once

#include "gateway/request.hpp"
#include "ports/identity_store.hpp"

namespace likeness::gateway {

/// The org that the header Likeness-Org names, by slug or id; nullopt without the header. Error{not_found} where there
/// is no such org.
std::optional<OrgId> named_org(const Request& request, IdentityStore& identities);

/// For a token that has its org: the header may only repeat it. Error{not_found} otherwise, as for an org that is not
/// there.
void require_no_other_org(const Request& request, OrgId org, IdentityStore& identities);

}  // namespace likeness::gateway
