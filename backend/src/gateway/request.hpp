#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/trace.hpp"
#include "domain/ids.hpp"
#include "gateway/audit_notes.hpp"
#include "gateway/headers.hpp"
#include "gateway/principal.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// Takes a body piece by piece, in order, on threads of the worker pool, never two pieces at once. What it throws ends
/// the request with that problem. The route's handler completes it; dropped without that, nothing may stay behind.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual void write(std::span<const std::uint8_t> piece) = 0;
};

using Parameters = std::map<std::string, std::string, std::less<>>;

/// One request, as a route sees it: authenticated, authorised, and held to the contract.
struct Request {
  std::string method;          ///< upper case; HEAD arrives as GET
  std::string path;            ///< as sent, without the query
  Parameters path_parameters;  ///< decoded
  Parameters query;            ///< decoded, defaults of the contract filled in
  Headers headers;
  std::string peer;         ///< address of the other end, without the port
  std::string trace_id;     ///< 32 hex digits
  std::string traceparent;  ///< of this request as a piece of its trace: its answer and the work it causes carry it
  std::chrono::steady_clock::time_point deadline;

  Principal principal;
  std::optional<OrgId> org_id;

  std::string body;                                 ///< image and JSON routes
  std::shared_ptr<const nlohmann::json> json_body;  ///< JSON routes; defaults of the contract filled in
  std::shared_ptr<BodySink> sink;                   ///< feed routes: has received the whole body
  std::uint64_t body_bytes = 0;
  std::optional<std::string> idempotency_key;  ///< without its quotes; where the operation takes one
  std::shared_ptr<DigestStream> body_digest;   ///< of a streamed body, where somebody needs it

  /// Becomes a piece of the trace.
  void set_trace(const TraceContext& trace);

  /// What the route adds to the request's audit entry.
  std::shared_ptr<AuditNotes> audit = std::make_shared<AuditNotes>();
  Headers answer_fields;  ///< header fields that the answer carries, whatever it is

  /// The org that the request acts on. Error{invalid_argument} where the operator named none.
  OrgId org() const;
  /// Error{internal} where the route's pattern has no such parameter.
  const std::string& path_parameter(std::string_view name) const;
  std::optional<std::string> query_parameter(std::string_view name) const;
  /// The contract has checked that the text is an integer.
  std::optional<std::int64_t> query_integer(std::string_view name) const;
  /// Of a list: its parameter "limit". Error{internal} where the contract gives it no default.
  int page_limit() const;
  /// "true" or "false", as the contract has checked.
  std::optional<bool> query_boolean(std::string_view name) const;
  /// Comma-separated values; empty where the parameter is absent.
  std::vector<std::string> query_list(std::string_view name) const;
  /// Error{internal} where the route takes no JSON.
  const nlohmann::json& json() const;
  /// Media type without parameters, lower case; "application/octet-stream" where the client names none.
  std::string content_type() const;
  /// As much of it as is kept.
  std::string user_agent() const;

  /// The sink that the route's factory made.
  template <class Sink>
  Sink& sink_as() const {
    return dynamic_cast<Sink&>(*sink);
  }
};

}  // namespace likeness::gateway
