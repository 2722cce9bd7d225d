#pragma once

#include <optional>

#include "gateway/audit_trail.hpp"
#include "gateway/authentication.hpp"
#include "gateway/contract.hpp"
#include "gateway/cors.hpp"
#include "gateway/idempotency.hpp"
#include "gateway/preconditions.hpp"
#include "gateway/rate_limits.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "gateway/router.hpp"
#include "ports/unit_of_work.hpp"

namespace likeness::gateway {

/// What happens to a request between the socket and its route: matching, authentication, roles, the contract, and the
/// one place where errors become problem documents. Thread-safe. The router and the gates must outlive it.
class Dispatcher {
 public:
  /// What a request of the contract passes, in this order.
  struct Gates {
    const Contract& contract;
    const Authenticator& authenticator;
    const Cors& cors;
    const RateLimits& rate_limits;
    UnitOfWork& unit_of_work;            ///< the changes of an operation with a transaction are one
    const Idempotency& idempotency;      ///< within it: what has had its effect is answered from what was kept
    const Preconditions& preconditions;  ///< within it
    const AuditTrail& audit_trail;       ///< and what was done is recorded there
  };

  /// Holds the router to the contract: Error{internal} that lists every difference.
  Dispatcher(const Router& router, const Gates& gates);
  /// Without a contract: every route is public and takes what comes. For the admin listener.
  explicit Dispatcher(const Router& router);

  struct Outcome {
    const Route* route = nullptr;
    /// The answer, where the request ends here (404, 405); `route` is nullptr then.
    std::optional<Response> refusal;
  };

  /// Finds the route for request.method and path and fills the path parameters. Does not wait; never throws.
  Outcome match(Request& request) const;
  /// Everything that is decided before the body: who, whether, parameters, content type; makes the sink of a feed
  /// route. A response refuses the request. May wait; never throws.
  std::optional<Response> admit(const Route& route, Request& request, std::string_view query, bool has_body) const;
  /// Checks the JSON body and runs the handler. May wait; never throws.
  Response respond(const Route& route, Request& request) const;

 private:
  /// Throws where the request ends before its body.
  std::optional<Response> check_head(const Route& route, Request& request, std::string_view query, bool has_body) const;
  /// With the headers that the gates add, whatever the answer is.
  Response dressed(Response response, const Request& request) const;
  Response run_operation(const Route& route, Request& request) const;
  /// The route's answer, once what the request demands of the present state is met, and the audit entry of it.
  Response change_or_read(const Operation& operation, const Route& route, const Request& request) const;

  const Router& router_;
  std::optional<Gates> gates_;
};

}  // namespace likeness::gateway
