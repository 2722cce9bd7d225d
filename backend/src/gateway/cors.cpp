#include "gateway/cors.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/origin.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {
namespace {

constexpr std::size_t kOriginBytesMax = 300;
constexpr const char* kRequestHeaders =
    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Likeness-Org, traceparent, "
    "tracestate";
constexpr const char* kAnswerHeaders =
    "Deprecation, ETag, Idempotency-Replayed, Likeness-Trace-Id, Link, Location, RateLimit-Limit, RateLimit-Remaining, "
    "RateLimit-Reset, Retry-After, Sunset";
constexpr const char* kPreflightSeconds = "600";

/// Whether an API key of some scope may call it.
bool is_for_keys(const Operation& operation) {
  if (!operation.takes_api_keys) return false;
  return std::ranges::any_of(operation.roles, [](const auto& role) { return role == "search" || role == "ingest"; }) ||
         std::ranges::find(operation.roles, "admin") != operation.roles.end();
}

Error origin_refused(std::string_view origin) {
  return {ErrorKind::forbidden,
          "pages of " + std::string(valid_start(origin, kOriginBytesMax)) +
              " may not use this: an API key that is for them names them in its allowed_origins",
          "Origin"};
}

bool is_allowed(const Request& request, std::string_view origin) {
  return request.principal.kind == Principal::Kind::api_key &&
         is_allowed_origin(request.principal.allowed_origins, origin);
}

}  // namespace

bool Cors::is_preflight(const Request& request) {
  return request.method == "OPTIONS" && request.headers.find("Origin") &&
         request.headers.find("Access-Control-Request-Method");
}

std::string_view Cors::requested_method(const Request& request) {
  return request.headers.get("Access-Control-Request-Method");
}

Response Cors::preflight(const Operation& operation, const Request& request) const {
  const std::string origin(request.headers.get("Origin"));
  if (!is_for_keys(operation) || origin.size() > kOriginBytesMax || !is_valid_utf8(origin) ||
      !keys_.is_origin_of_any(origin))
    throw origin_refused(origin);
  return Response::empty()
      .with("Access-Control-Allow-Origin", origin)
      .with("Access-Control-Allow-Methods", operation.method)
      .with("Access-Control-Allow-Headers", kRequestHeaders)
      .with("Access-Control-Max-Age", kPreflightSeconds)
      .with("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
}

void Cors::require_allowed_origin(const Request& request) const {
  const std::string* origin = request.headers.find("Origin");
  if (origin && request.principal.kind == Principal::Kind::api_key && !is_allowed(request, *origin))
    throw origin_refused(*origin);
}

void Cors::add_headers(const Request& request, Response& response) const {
  if (request.principal.kind != Principal::Kind::api_key) return;
  response.headers.set("Vary", "Origin");
  const std::string* origin = request.headers.find("Origin");
  if (!origin || !is_allowed(request, *origin)) return;
  response.headers.set("Access-Control-Allow-Origin", *origin);
  response.headers.set("Access-Control-Expose-Headers", kAnswerHeaders);
}

}  // namespace likeness::gateway
