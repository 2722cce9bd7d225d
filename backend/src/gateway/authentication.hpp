#pragma once

#include <string>

#include "gateway/request.hpp"
#include "ports/identity_store.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// Says who sends a request, from "Authorization: Bearer <token>". Thread-safe; both ports must outlive it.
class Authenticator {
 public:
  /// An empty operator token admits no operator.
  Authenticator(std::string operator_token, AccessTokens& tokens, IdentityStore& identities);

  /// Sets `principal` and `org_id`. The operator names the org it acts on by the header Likeness-Org (slug or id); a
  /// user acts on the org of the token, and the header may only repeat it. Error{unauthenticated} without a valid
  /// token, Error{not_found} for an org that is not there or not the user's.
  void authenticate(Request& request) const;

 private:
  std::optional<OrgId> named_org(const Request& request) const;

  std::string operator_token_;
  AccessTokens& tokens_;
  IdentityStore& identities_;
};

}  // namespace likeness::gateway
