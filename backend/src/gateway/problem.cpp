#include "gateway/problem.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/log.hpp"
#include "domain/quota.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr std::chrono::seconds kRetryAfter(1);
constexpr const char* kInternalDetail =
    "the server failed at this request; its operator finds the reason by the trace id";

/// What a document says beside its type.
struct ProblemDetails {
  std::string detail;
  std::vector<FieldFault> faults = {};
  std::optional<std::chrono::seconds> retry_after = {};
  json more = json::object();
};

Response document(const ProblemType& type, const ProblemDetails& details, const Request& request) {
  json body = {{"type", fmt::format("urn:likeness:problem:{}", type.slug)},
               {"title", type.title},
               {"status", type.status},
               {"detail", details.detail},
               {"instance", request.path.empty() ? "/" : request.path},
               {"trace_id", request.trace_id}};
  body.update(details.more);
  if (!details.faults.empty()) {
    json& errors = body["errors"] = json::array();
    for (const FieldFault& fault : details.faults)
      errors.push_back({{"field", fault.field}, {"message", fault.message}});
  }
  Response response = Response::json(type.status, body);
  response.content_type = "application/problem+json";
  if (details.retry_after)
    response.headers.set("Retry-After", std::to_string(details.retry_after->count()));
  else if (type.status == 429 || type.status == 503)
    response.headers.set("Retry-After", std::to_string(kRetryAfter.count()));
  if (type.status == 401)
    response.headers.set("WWW-Authenticate", request.headers.find("Authorization")
                                                 ? "Bearer realm=\"likeness\", error=\"invalid_token\""
                                                 : "Bearer realm=\"likeness\"");
  return response;
}

/// Of a quota: which, how much, and how much of it is used.
Response quota_problem(const QuotaExceeded& error, const Request& request) {
  return document(error.retry_after() ? problem_types::kDailyQuotaExceeded : problem_types::kQuotaExceeded,
                  {.detail = error.message(),
                   .retry_after = error.retry_after(),
                   .more = {{"quota", error.quota()}, {"limit", error.limit()}, {"usage", error.usage()}}},
                  request);
}

std::vector<FieldFault> faults_of(const Error& error) {
  if (const auto* several = dynamic_cast<const RequestFault*>(&error)) return several->faults();
  if (error.field().empty()) return {};
  return {{error.field(), error.message()}};
}

Response internal_problem(const std::string& reason, const Request& request) {
  const TraceScope trace(request.traceparent);
  log::error("{} {} failed: {}", request.method, request.path, reason);
  return document(problem_type_of(ErrorKind::internal), {.detail = kInternalDetail}, request);
}

}  // namespace

Response problem(const Error& error, const Request& request) {
  if (error.kind() == ErrorKind::internal) return internal_problem(error.message(), request);
  if (const auto* quota = dynamic_cast<const QuotaExceeded*>(&error)) return quota_problem(*quota, request);
  const auto* named = dynamic_cast<const NamedProblem*>(&error);
  return document(named ? named->type() : problem_type_of(error.kind()),
                  {.detail = error.message(),
                   .faults = faults_of(error),
                   .retry_after = named ? named->retry_after() : std::nullopt},
                  request);
}

Response problem(const ProtocolFault& fault, const Request& request) {
  return document(problem_type_of_protocol(fault.status), {.detail = fault.detail}, request);
}

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
