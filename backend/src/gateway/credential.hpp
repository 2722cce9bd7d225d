#pragma once

#include <string>
#include <string_view>

#include "gateway/request.hpp"

namespace likeness::gateway {

/// One kind of token that "Authorization: Bearer <token>" may carry. Thread-safe.
class Credential {
 public:
  virtual ~Credential() = default;
  /// Whether a token is of this kind, by its form alone.
  virtual bool recognizes(std::string_view token) const = 0;
  /// Sets request.principal and request.org_id. Error{unauthenticated} for a token that is not valid at this moment,
  /// Error{not_found} where the header Likeness-Org names an org that is not there or not the token's.
  virtual void authenticate(const std::string& token, Request& request) const = 0;
};

}  // namespace likeness::gateway
