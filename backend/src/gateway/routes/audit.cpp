#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr int kErasedPerTransaction = 5000;

/// Without an org the operator reads the server's own chain.
AuditChain chain_of(const Request& request) { return {request.org_id}; }

json parsed(const std::string& text) {
  const auto document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  return document.is_discarded() ? json(text) : document;
}

json view(const AuditEntry& entry) {
  const auto& fact = entry.fact;
  json document{{"sequence", entry.sequence}, {"at", to_iso8601(entry.at)}, {"actor", {{"kind", fact.actor.kind}}},
                {"action", fact.action},      {"outcome", fact.outcome},    {"trace_id", fact.trace_id},
                {"hash", entry.hash}};
  if (!fact.actor.id.empty()) document["actor"]["id"] = fact.actor.id;
  if (!entry.actor_email.empty()) document["actor"]["email"] = entry.actor_email;
  if (!fact.object_kind.empty()) document["object"] = {{"kind", fact.object_kind}, {"id", fact.object_id}};
  if (!fact.before.empty()) document["before"] = parsed(fact.before);
  if (!fact.after.empty()) document["after"] = parsed(fact.after);
  for (const auto& value : fact.personal) document["personal"][value.name] = value.value;
  return document;
}

/// What a third party needs to check the entry by itself (docs/audit.md).
json exported(const AuditEntry& entry) {
  json document = view(entry);
  document["canonical"] = entry.canonical;
  document["proofs"] = json::array();
  for (const auto& value : entry.fact.personal)
    document["proofs"].push_back({{"name", value.name}, {"subject", value.subject}, {"salt", value.salt}});
  return document;
}

std::optional<TimePoint> time_parameter(const Request& request, const char* name) {
  const auto text = request.query_parameter(name);
  if (!text) return std::nullopt;
  const auto time = parse_iso8601(*text);
  if (!time)
    throw Error(ErrorKind::invalid_argument,
                std::string(name) + " must be a date or a time such as 2026-03-01T09:30:00Z", name);
  return time;
}

AuditFilter filter_of(const Request& request) {
  return {.actor = request.query_parameter("actor").value_or(""),
          .action = request.query_parameter("action").value_or(""),
          .object_id = request.query_parameter("object").value_or(""),
          .from = time_parameter(request, "from"),
          .until = time_parameter(request, "to")};
}

std::optional<std::int64_t> cursor_of(Services& services, const Request& request) {
  const auto text = services.cursors.position(request);
  if (!text) return std::nullopt;
  std::int64_t sequence = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), sequence);
  if (error != std::errc{} || end != text->data() + text->size() || sequence < 0)
    throw Error(ErrorKind::invalid_argument, "cursor is none that a page before named", "cursor");
  return sequence;
}

Response list_audit(Services& services, const Request& request) {
  const auto page = services.audit_log.list(chain_of(request), filter_of(request), AuditOrder::newest_first,
                                            cursor_of(services, request), request.page_limit());
  json document{{"entries", json::array()}};
  for (const auto& entry : page.entries) document["entries"].push_back(view(entry));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, std::to_string(*page.next_after));
  return Response::json(200, document);
}

/// Pages, each bounded, that make one file when they are put together.
Response export_audit(Services& services, const Request& request) {
  const auto page = services.audit_log.list(chain_of(request), filter_of(request), AuditOrder::oldest_first,
                                            cursor_of(services, request), request.page_limit());
  std::string lines;
  for (const auto& entry : page.entries)
    lines += exported(entry).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  auto response = Response::text(200, "application/jsonl", std::move(lines))
                      .with("Content-Disposition", "attachment; filename=\"audit.jsonl\"");
  if (page.next_after)
    response.headers.add("Likeness-Next-Cursor", services.cursors.next(request, std::to_string(*page.next_after)));
  return response;
}

Response check_audit(Services& services, const Request& request) {
  const auto check =
      services.audit_log.check(chain_of(request), cursor_of(services, request).value_or(0), request.page_limit());
  json document{{"log", chain_of(request).to_string()},
                {"checked", check.checked},
                {"entries", check.entries},
                {"complete", check.complete},
                {"hash", check.hash}};
  if (!check.fault.empty()) document["broken"] = {{"sequence", check.broken_sequence}, {"reason", check.fault}};
  if (!check.complete && check.fault.empty())
    document["next_cursor"] = services.cursors.next(request, std::to_string(check.checked));
  return Response::json(200, document);
}

Response erase_personal_values(Services& services, const Request& request) {
  const auto subject = request.query_parameter("subject").value_or("");
  const auto before = time_parameter(request, "before");
  if (subject.empty() && !before)
    throw Error(ErrorKind::invalid_argument, "say of whom, by subject, or until when, by before", "subject");
  const auto erased =
      services.audit_log.erase_personal_values(chain_of(request), subject, before, kErasedPerTransaction);
  json told{{"subject", subject}, {"erased", erased}};
  if (before) told["before"] = to_iso8601(*before);
  request.audit->set_after(told);
  return Response::json(200, {{"erased", erased}, {"more", erased == kErasedPerTransaction}});
}

}  // namespace

std::vector<Route> audit_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/audit", "listAudit", with(list_audit)},
          {"GET", "/v1/audit/export", "exportAudit", with(export_audit)},
          {"GET", "/v1/audit/check", "checkAudit", with(check_audit)},
          {"DELETE", "/v1/audit/personal-values", "eraseAuditPersonalValues", with(erase_personal_values)}};
}

}  // namespace likeness::gateway
