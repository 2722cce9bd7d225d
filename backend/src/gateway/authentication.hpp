#pragma once

#include <vector>

#include "gateway/credential.hpp"

namespace likeness::gateway {

/// Says who sends a request, from "Authorization: Bearer <token>". Thread-safe.
class Authenticator {
 public:
  /// The first kind that recognizes a token decides on it. The kinds must outlive this.
  explicit Authenticator(std::vector<const Credential*> kinds) : kinds_(std::move(kinds)) {}

  /// Sets `principal` and `org_id`. Error{unauthenticated} without a valid token, Error{not_found} for an org that is
  /// not there or not the token's.
  void authenticate(Request& request) const;

 private:
  std::vector<const Credential*> kinds_;
};

}  // namespace likeness::gateway
