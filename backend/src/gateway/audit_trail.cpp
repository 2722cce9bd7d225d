#include "gateway/audit_trail.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "gateway/audit_redaction.hpp"
#include "gateway/peer_network.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr std::size_t kIdBytesMax = 100;

AuditChain chain_of(const Request& request) {
  if (request.audit->chain) return *request.audit->chain;
  if (const auto org = request.path_parameters.find("org_id"); org != request.path_parameters.end())
    return {OrgId::parse(org->second)};
  return {request.org_id};
}

/// "query-images" -> "query_image".
std::string kind_of_collection(std::string_view segment) {
  std::string kind(segment.ends_with('s') ? segment.substr(0, segment.size() - 1) : segment);
  std::ranges::replace(kind, '-', '_');
  return kind;
}

/// "/v1/feeds/src_…" names a feed.
void name_object_by_location(std::string_view location, AuditFact& fact) {
  const auto last = location.rfind('/');
  if (last == std::string_view::npos || last == 0) return;
  const auto before = location.rfind('/', last - 1);
  if (before == std::string_view::npos) return;
  fact.object_kind = kind_of_collection(location.substr(before + 1, last - before - 1));
  fact.object_id = location.substr(last + 1);
}

/// The last parameter of "/v1/feeds/{feed_id}/pull" names a feed.
void name_object_by_path(const Operation& operation, const Request& request, AuditFact& fact) {
  constexpr std::string_view kEnd = "_id}";
  const auto end = operation.path.rfind(kEnd);
  if (end == std::string::npos) return;
  const auto start = operation.path.rfind('{', end) + 1;
  const auto given = request.path_parameters.find(operation.path.substr(start, end + 3 - start));
  if (given == request.path_parameters.end()) return;
  fact.object_kind = operation.path.substr(start, end - start);
  fact.object_id = valid_start(given->second, kIdBytesMax);
}

void add_sender(const Request& request, AuditFact& fact) {
  auto peer = truncated_address(request.peer);
  if (!peer.empty()) fact.personal.push_back({"peer", fact.actor.id, {}, std::move(peer)});
  auto agent = request.user_agent();
  if (!agent.empty()) fact.personal.push_back({"user_agent", fact.actor.id, {}, std::move(agent)});
}

}  // namespace

AuditActor audit_actor(const Principal& principal) {
  switch (principal.kind) {
    case Principal::Kind::operator_token:
      return {"operator", ""};
    case Principal::Kind::user:
      return {"user", principal.user_id ? principal.user_id->to_string() : ""};
    case Principal::Kind::api_key:
      return {"api_key", principal.api_key_id ? principal.api_key_id->to_string() : ""};
    case Principal::Kind::nobody:
      break;
  }
  return {"nobody", ""};
}

AuditFact AuditTrail::fact_of(const Operation& operation, const Request& request, std::string_view location) const {
  const AuditNotes& notes = *request.audit;
  AuditFact fact;
  fact.actor = notes.actor.value_or(audit_actor(request.principal));
  fact.action = operation.id;
  fact.trace_id = request.trace_id;
  name_object_by_path(operation, request, fact);
  name_object_by_location(location, fact);
  if (!notes.object_kind.empty()) {
    fact.object_kind = notes.object_kind;
    fact.object_id = notes.object_id;
  }
  add_sender(request, fact);
  json before = notes.before ? *notes.before : json();
  json after = notes.after ? *notes.after : json();
  keep_differences(before, after);
  for (const auto& [document, place, text] :
       {std::tuple(&before, "before", &fact.before), std::tuple(&after, "after", &fact.after)}) {
    auto kept = redacted(*document, place, fact.object_id, document_bytes_max_);
    *text = std::move(kept.json);
    std::ranges::move(kept.personal, std::back_inserter(fact.personal));
  }
  return fact;
}

void AuditTrail::record(const Operation& operation, const Request& request, const Response& response) const {
  if (operation.audit == AuditRule::none || response.status >= 400) return;
  log_.append(chain_of(request), fact_of(operation, request, response.headers.get("Location")));
}

void AuditTrail::record_refusal(const Operation& operation, const Request& request, const Error& error) const {
  if (operation.audit != AuditRule::attempts) return;
  // What was not even tried says nothing about who tried.
  if (fault_of(error.kind()) != Fault::caller || error.kind() == ErrorKind::rate_limited) return;
  AuditFact fact = fact_of(operation, request, {});
  fact.outcome = to_string(error.kind());
  log_.append(chain_of(request), fact);
}

}  // namespace likeness::gateway
