#include "gateway/problem.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/log.hpp"
#include "domain/quota.hpp"
#include "domain/rate_limit.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr const char* kRetryAfterSeconds = "1";
constexpr const char* kInternalDetail =
    "the server failed at this request; its operator finds the reason by the trace id";

struct Facts {
  int status = 500;
  std::string slug;
  std::string title;
  std::string detail;
};

std::string title_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_argument:
      return "The request does not hold to the contract";
    case ErrorKind::unauthenticated:
      return "Not signed in";
    case ErrorKind::forbidden:
      return "Not allowed";
    case ErrorKind::not_found:
      return "Not found";
    case ErrorKind::conflict:
      return "In conflict with the present state";
    case ErrorKind::gone:
      return "No longer there";
    case ErrorKind::too_large:
      return "Too large";
    case ErrorKind::rate_limited:
      return "Too many requests";
    case ErrorKind::unavailable:
      return "Not available at the moment";
    case ErrorKind::timeout:
      return "Took too long";
    case ErrorKind::corrupt_data:
      return "The data cannot be read";
    case ErrorKind::unsupported:
      return "Not a supported format";
    case ErrorKind::internal:
      return "Internal error";
    case ErrorKind::cancelled:
      return "Cancelled";
  }
  std::unreachable();
}

std::string slug_of(ErrorKind kind) {
  std::string slug(to_string(kind));
  std::ranges::replace(slug, '_', '-');
  return slug;
}

Facts facts_of(const ProtocolFault& fault) {
  switch (fault.status) {
    case 404:
      return {404, "not-found", title_of(ErrorKind::not_found), fault.detail};
    case 405:
      return {405, "method-not-allowed", "The method is not allowed here", fault.detail};
    case 408:
      return {408, "request-timeout", "The request came too slowly", fault.detail};
    case 413:
      return {413, "too-large", title_of(ErrorKind::too_large), fault.detail};
    case 414:
      return {414, "uri-too-long", "The request target is too long", fault.detail};
    case 417:
      return {417, "expectation-failed", "The expectation cannot be met", fault.detail};
    case 431:
      return {431, "header-too-large", "The header is too large", fault.detail};
    case 501:
      return {501, "not-implemented", "Not implemented", fault.detail};
    case 503:
      return {503, "unavailable", title_of(ErrorKind::unavailable), fault.detail};
    case 505:
      return {505, "version-not-supported", "The HTTP version is not supported", fault.detail};
    default:
      return {400, "malformed-request", "The request is malformed", fault.detail};
  }
}

Response document(const Facts& facts, const std::vector<FieldFault>& faults, const Request& request,
                  const json& more = json::object()) {
  json body = {{"type", "urn:likeness:problem:" + facts.slug},
               {"title", facts.title},
               {"status", facts.status},
               {"detail", facts.detail},
               {"instance", request.path.empty() ? "/" : request.path},
               {"trace_id", request.trace_id}};
  body.update(more);
  if (!faults.empty()) {
    json& errors = body["errors"] = json::array();
    for (const FieldFault& fault : faults) errors.push_back({{"field", fault.field}, {"message", fault.message}});
  }
  Response response = Response::json(facts.status, body);
  response.content_type = "application/problem+json";
  if (facts.status == 429 || facts.status == 503) response.headers.set("Retry-After", kRetryAfterSeconds);
  if (facts.status == 401)
    response.headers.set("WWW-Authenticate", request.headers.find("Authorization")
                                                 ? "Bearer realm=\"likeness\", error=\"invalid_token\""
                                                 : "Bearer realm=\"likeness\"");
  return response;
}

/// Of a quota: which, how much, and how much of it is used.
Response quota_problem(const QuotaExceeded& error, const Request& request) {
  const Facts facts =
      error.retry_after()
          ? Facts{status_of(error.kind()), "daily-quota-exceeded", "The day's quota is used up", error.message()}
          : Facts{status_of(error.kind()), "quota-exceeded", "The quota is used up", error.message()};
  auto response =
      document(facts, {}, request, {{"quota", error.quota()}, {"limit", error.limit()}, {"usage", error.usage()}});
  if (error.retry_after()) response.headers.set("Retry-After", std::to_string(error.retry_after()->count()));
  return response;
}

Response internal_problem(const std::string& reason, const Request& request) {
  const TraceScope trace(request.traceparent);
  log::error("{} {} failed: {}", request.method, request.path, reason);
  return document({500, slug_of(ErrorKind::internal), title_of(ErrorKind::internal), kInternalDetail}, {}, request);
}

}  // namespace

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_argument:
      return 422;
    case ErrorKind::unauthenticated:
      return 401;
    case ErrorKind::forbidden:
      return 403;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::gone:
      return 410;
    case ErrorKind::too_large:
      return 413;
    case ErrorKind::rate_limited:
      return 429;
    case ErrorKind::unavailable:
      return 503;
    case ErrorKind::timeout:
      return 504;
    case ErrorKind::corrupt_data:
      return 422;
    case ErrorKind::unsupported:
      return 415;
    case ErrorKind::internal:
      return 500;
    case ErrorKind::cancelled:
      return 503;
  }
  std::unreachable();
}

Response problem(const Error& error, const Request& request) {
  if (error.kind() == ErrorKind::internal) return internal_problem(error.message(), request);
  if (const auto* quota = dynamic_cast<const QuotaExceeded*>(&error)) return quota_problem(*quota, request);
  std::vector<FieldFault> faults;
  if (const auto* several = dynamic_cast<const RequestFault*>(&error))
    faults = several->faults();
  else if (!error.field().empty())
    faults.push_back({error.field(), error.message()});
  Facts facts{status_of(error.kind()), slug_of(error.kind()), title_of(error.kind()), error.message()};
  if (dynamic_cast<const MalformedBody*>(&error)) {
    facts.status = 400;
    facts.slug = "malformed-json";
    facts.title = "The body is not JSON";
  } else if (dynamic_cast<const PreconditionFailed*>(&error)) {
    facts.status = 412;
    facts.slug = "precondition-failed";
    facts.title = "Changed meanwhile";
  }
  const auto* named = dynamic_cast<const NamedProblem*>(&error);
  if (named) facts = {named->type().status, named->type().slug, named->type().title, error.message()};
  Response response = document(facts, faults, request);
  if (named && named->retry_after_s()) response.headers.set("Retry-After", std::to_string(*named->retry_after_s()));
  if (const auto* limited = dynamic_cast<const TooManyRequests*>(&error))
    response.headers.set("Retry-After", std::to_string(limited->retry_after().count()));
  return response;
}

Response problem(const ProtocolFault& fault, const Request& request) { return document(facts_of(fault), {}, request); }

Response problem(std::exception_ptr exception, const Request& request) {
  try {
    std::rethrow_exception(std::move(exception));
  } catch (const Error& error) {
    return problem(error, request);
  } catch (const std::exception& foreign) {
    return internal_problem(foreign.what(), request);
  } catch (...) {
    return internal_problem("an exception that is none of the standard library's", request);
  }
}

}  // namespace likeness::gateway
