#include "gateway/dispatcher.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "gateway/partial_answer.hpp"

namespace likeness::gateway {
namespace {

void require_role(const Operation& operation, const Principal& principal) {
  if (std::ranges::find_first_of(operation.roles, principal.roles) == operation.roles.end())
    throw Error(ErrorKind::forbidden, "this needs one of the roles " + join(operation.roles, ", "));
  if (principal.kind == Principal::Kind::api_key && !operation.takes_api_keys)
    throw Error(ErrorKind::forbidden, "no API key does this: sign in");
}

void require_no_faults(std::vector<FieldFault> faults) {
  if (faults.empty()) return;
  std::string message = faults.front().field + " " + faults.front().message;
  if (faults.size() > 1) message += fmt::format(" (and {} more)", faults.size() - 1);
  throw RequestFault(ErrorKind::invalid_argument, std::move(message), std::move(faults));
}

void require_content_type(const Contract& contract, const Operation& operation, const Request& request) {
  const std::string given = request.content_type();
  if (!contract.takes_content_type(operation, given))
    throw Error(ErrorKind::unsupported,
                "the body must be one of " + join(operation.content_types, ", ") + ", not " +
                    std::string(valid_start(given, 100)),
                "Content-Type");
}

}  // namespace

Dispatcher::Dispatcher(const Router& router, const Gates& gates) : router_(router), gates_(gates) {
  router.check_against(gates.contract);
}

Dispatcher::Dispatcher(const Router& router) : router_(router) {}

Dispatcher::Outcome Dispatcher::match(Request& request) const {
  try {
    // A preflight is answered by the route that it asks about.
    const bool preflight = gates_ && Cors::is_preflight(request);
    auto match = router_.match(preflight ? Cors::requested_method(request) : request.method, request.path);
    if (!match) return {nullptr, problem(ProtocolFault{404, "there is nothing at this path"}, request)};
    if (!match->route) {
      const std::string allowed = join(match->allowed_methods, ", ");
      return {nullptr, problem(ProtocolFault{405, "this path takes " + allowed}, request).with("Allow", allowed)};
    }
    request.path_parameters = std::move(match->path_parameters);
    if (request.method == "HEAD") request.method = "GET";
    return {match->route, std::nullopt};
  } catch (...) {
    return {nullptr, problem(std::current_exception(), request)};
  }
}

std::optional<Response> Dispatcher::admit(const Route& route, Request& request, std::string_view query,
                                          bool has_body) const {
  const TraceScope trace(request.traceparent);
  try {
    return check_head(route, request, query, has_body);
  } catch (...) {
    return dressed(problem(std::current_exception(), request), request);
  }
}

std::optional<Response> Dispatcher::check_head(const Route& route, Request& request, std::string_view query,
                                               bool has_body) const {
  if (!gates_) {
    request.query = parse_query(query);
  } else {
    const Operation& operation = *gates_->contract.find(route.operation_id);
    if (Cors::is_preflight(request)) return gates_->cors.preflight(operation, request);
    request.answer_fields = operation.notices;
    if (!operation.is_public) {
      gates_->authenticator.authenticate(request);
      gates_->cors.require_allowed_origin(request);
    }
    gates_->rate_limits.admit(operation, request);
    if (!operation.is_public) require_role(operation, request.principal);
    gates_->idempotency.read_key(operation, request, route.sink != nullptr);
    request.query = parse_query(query);
    require_no_faults(gates_->contract.check_parameters(operation, request));
    if (has_body) require_content_type(gates_->contract, operation, request);
  }
  if (route.sink) request.sink = route.sink(request);
  return std::nullopt;
}

Response Dispatcher::respond(const Route& route, Request& request) const {
  const TraceScope trace(request.traceparent);
  try {
    if (std::chrono::steady_clock::now() > request.deadline)
      throw Error(ErrorKind::unavailable, "the request waited too long for its turn");
    return dressed(gates_ ? run_operation(route, request) : route.handler(request), request);
  } catch (...) {
    return dressed(problem(std::current_exception(), request), request);
  }
}

Response Dispatcher::dressed(Response response, const Request& request) const {
  for (const auto& [name, value] : request.answer_fields) response.headers.set(name, value);
  if (gates_) gates_->cors.add_headers(request, response);
  return response;
}

Response Dispatcher::run_operation(const Route& route, Request& request) const {
  const Operation& operation = *gates_->contract.find(route.operation_id);
  if (route.body == BodyKind::json)
    require_no_faults(gates_->contract.check_json_body(operation, request));
  else if (route.body != BodyKind::none && operation.body_required && request.body_bytes == 0)
    require_no_faults({{"body", "is required"}});
  gates_->rate_limits.admit_account(operation, request);
  try {
    if (!operation.has_transaction) return change_or_read(operation, route, request);
    Response response;
    gates_->unit_of_work.run([&] {
      response =
          gates_->idempotency.once(operation, request, [&] { return change_or_read(operation, route, request); });
    });
    return response;
  } catch (const Error& error) {
    gates_->audit_trail.record_refusal(operation, request, error);
    throw;
  }
}

Response Dispatcher::change_or_read(const Operation& operation, const Route& route, const Request& request) const {
  gates_->preconditions.require_match(operation, request);
  Response response = route.handler(request);
  gates_->preconditions.tag(operation, request, response);
  keep_fields(operation, request, response);
  gates_->audit_trail.record(operation, request, response);
  return response;
}

}  // namespace likeness::gateway
