#pragma once

#include "gateway/contract.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "ports/api_key_store.hpp"

namespace likeness::gateway {

/// Which web pages may use the API (CORS, the Fetch standard): those of the origins that an API key names, with that
/// key. Everybody else's answers carry no CORS headers, so that no browser shows them to a page of another origin, and
/// credentials are never allowed. Thread-safe. The store must outlive it.
class Cors {
 public:
  explicit Cors(ApiKeyStore& keys) : keys_(keys) {}

  /// Whether this is a browser's question, ahead of a request, whether a page may send it.
  static bool is_preflight(const Request& request);
  /// The method that the page wants to use.
  static std::string_view requested_method(const Request& request);

  /// Answers a preflight for the operation. It carries no key, so the origin is allowed where any key of any org allows
  /// it; the request itself is then held to the key that it carries. A refusal is a 403 problem without CORS headers.
  Response preflight(const Operation& operation, const Request& request) const;
  /// Error{forbidden} where an API key is used from a page of an origin that it does not allow.
  void require_allowed_origin(const Request& request) const;
  /// Lets a page of an allowed origin see the answer.
  void add_headers(const Request& request, Response& response) const;

 private:
  ApiKeyStore& keys_;
};

}  // namespace likeness::gateway
