#pragma once

#include <map>
#include <string>

#include "gateway/contract.hpp"
#include "gateway/router.hpp"
#include "ports/resource_locks.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// ETag, If-None-Match and If-Match (RFC 9110). A tag is a hash of the whole answer of a GET that declares ETag in the
/// contract, so it is strong, and the same whichever fields were asked for. Thread-safe; all ports must outlive it.
class Preconditions {
 public:
  Preconditions(const Router& router, const Contract& contract, Digest& digest, ResourceLocks& locks);

  /// For PUT, PATCH and DELETE with If-Match, inside the transaction that makes the change: holds the resource against
  /// other changes and asks its GET route what it is now. NamedProblem (412) where that is something else,
  /// Error{not_found} where it is gone, Error{invalid_argument} where the operation cannot be guarded so.
  void require_match(const Operation& operation, const Request& request) const;

  /// Gives a JSON answer of 200 its tag where the operation declares one; the answer to a GET becomes 304 where the
  /// client has the same.
  void tag(const Operation& operation, const Request& request, Response& response) const;

 private:
  std::string tag_of(const Response& response) const;

  std::map<std::string, const Route*, std::less<>> tagged_by_path_;  ///< GET routes with a tag, by pattern
  Digest& digest_;
  ResourceLocks& locks_;
};

}  // namespace likeness::gateway
