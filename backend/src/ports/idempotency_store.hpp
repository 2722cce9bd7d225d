#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// What an Idempotency-Key is good for: one caller's requests to one route.
struct IdempotencyScope {
  std::optional<OrgId> org;  ///< nullopt for a request that acts on no org
  std::string principal;
  std::string method;
  std::string route;  ///< its pattern
  std::string key;
};

/// The parts of an answer that come again.
struct KeptAnswer {
  std::string fingerprint;  ///< of the request: lower-case hex SHA-256
  int status = 0;
  std::string content_type;
  std::string location;  ///< header fields; empty where the answer had none
  std::string etag;
  std::string body;
};

/// What was answered under idempotency keys. Thread-safe. try_hold(), find() and keep() are called in one unit of work,
/// in this order, together with the effect of the request.
class IdempotencyStore {
 public:
  virtual ~IdempotencyStore() = default;
  /// Until the unit of work ends nobody else holds the scope; false, at once, where somebody else does.
  virtual bool try_hold(const IdempotencyScope& scope) = 0;
  /// nullopt where nothing was kept, or its lifetime is over.
  virtual std::optional<KeptAnswer> find(const IdempotencyScope& scope) = 0;
  /// Does nothing where the org is not there any more: the request has removed it.
  virtual void keep(const IdempotencyScope& scope, const KeptAnswer& answer, std::chrono::seconds lifetime) = 0;
  /// Forgets up to `limit` answers whose time is over, of whichever org. As likeness_worker.
  virtual void remove_expired(int limit) = 0;
};

}  // namespace likeness
