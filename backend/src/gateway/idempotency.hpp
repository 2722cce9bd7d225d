#pragma once

#include <chrono>
#include <functional>

#include "gateway/contract.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "ports/idempotency_store.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// A POST that comes again with its Idempotency-Key has its effect once and gets the same answer again
/// (draft-ietf-httpapi-idempotency-key-header-07). A key is good for one caller, org, method and route; requests are
/// the same where path, query and body are. What was refused is not kept and may be tried again. Thread-safe; store and
/// digest must outlive it.
class Idempotency {
 public:
  struct Options {
    std::chrono::seconds lifetime{std::chrono::hours(24)};
    /// A larger answer cannot be kept: Error{too_large}, which undoes the request.
    std::size_t answer_bytes_max = 1024 * 1024;
  };

  Idempotency(IdempotencyStore& store, Digest& digest, Options options)
      : store_(store), digest_(digest), options_(options) {}

  /// Sets request.idempotency_key where the operation takes one and the request has it, and has the bytes of a streamed
  /// body hashed as they come. NamedProblem (400) where the header is none.
  void read_key(const Operation& operation, Request& request, bool streams_body) const;
  /// The answer that was kept under the request's key, else the handler's, which it keeps. Inside the unit of work of
  /// the handler's effect. NamedProblem: 409 while the first such request runs, 422 where it was another one.
  Response once(const Operation& operation, const Request& request, const std::function<Response()>& handler) const;

 private:
  std::string fingerprint(const Request& request) const;
  void keep(const IdempotencyScope& scope, const std::string& fingerprint, const Response& response) const;

  IdempotencyStore& store_;
  Digest& digest_;
  const Options options_;
};

/// Key in the header's value: a structured string in quotes, or bare; nullopt for anything but 1 to 255 visible
/// characters.
std::optional<std::string> parse_idempotency_key(std::string_view value);

}  // namespace likeness::gateway
