#pragma once

#include <string>

#include "gateway/api_key_authentication.hpp"
#include "gateway/request.hpp"
#include "ports/identity_store.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// Says who sends a request, from "Authorization: Bearer <token>". Thread-safe; what it is given must outlive it.
class Authenticator {
 public:
  /// An empty operator token admits no operator.
  Authenticator(std::string operator_token, AccessTokens& tokens, IdentityStore& identities,
                const ApiKeyAuthentication& api_keys);

  /// Sets `principal` and `org_id`. The operator names the org it acts on by the header Likeness-Org (slug or id); a
  /// user or an API key acts on its own org, and the header may only repeat it. Error{unauthenticated} without a valid
  /// token, Error{not_found} for an org that is not there or not the user's.
  void authenticate(Request& request) const;

 private:
  void require_own_org(const Request& request) const;
  std::optional<OrgId> named_org(const Request& request) const;

  std::string operator_token_;
  AccessTokens& tokens_;
  IdentityStore& identities_;
  const ApiKeyAuthentication& api_keys_;
};

}  // namespace likeness::gateway
