#include "gateway/routes/org_operation_json.hpp"

#include <algorithm>

#include "base/clock.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

json view_progress(const OrgOperation& operation) {
  const auto& progress = operation.progress;
  json document{{"step", progress.step}, {"done", progress.done}, {"total", progress.total}};
  if (operation.state != "running" || !operation.started_at || progress.done == 0) return document;
  const double seconds = std::max(0.001, std::chrono::duration<double>(now() - *operation.started_at).count());
  const double rate = static_cast<double>(progress.done) / seconds;
  document["per_second"] = rate;
  if (progress.total > progress.done)
    document["seconds_left"] = static_cast<double>(progress.total - progress.done) / rate;
  return document;
}

/// What an archive holds, by name.
json view_archive(const json& result) {
  json counts = json::array();
  const auto& named = result.at("counts");
  for (const auto& [name, count] : named.items()) counts.push_back({{"name", name}, {"count", count}});
  return {{"bytes", result.at("bytes")}, {"sha256", result.at("sha256")}, {"counts", std::move(counts)}};
}

const char* kind_of(const OrgOperation& operation) {
  if (operation.kind == OrgOperationKind::export_archive) return "export";
  return operation.kind == OrgOperationKind::clone ? "clone" : "erase";
}

}  // namespace

json view(const OrgOperation& operation) {
  json document{{"id", operation.id.to_string()},
                {"kind", kind_of(operation)},
                {"org_id", operation.org_id.to_string()},
                {"state", operation.state},
                {"requested_by", operation.requested_by},
                {"progress", view_progress(operation)},
                {"tries", operation.tries},
                {"created_at", to_iso8601(operation.created_at)}};
  if (!operation.failure.empty()) document["failure"] = operation.failure;
  if (operation.started_at) document["started_at"] = to_iso8601(*operation.started_at);
  if (operation.finished_at) document["finished_at"] = to_iso8601(*operation.finished_at);
  if (operation.expires_at) document["expires_at"] = to_iso8601(*operation.expires_at);
  if (!operation.slug.empty()) document["slug"] = operation.slug;
  if (operation.target)
    document["target"] = {{"org_id", operation.target->to_string()}, {"slug", operation.target_slug}};
  auto result = json::parse(operation.result);
  if (result.empty()) return document;
  if (operation.kind == OrgOperationKind::export_archive)
    document["archive"] = view_archive(result);
  else
    document[operation.kind == OrgOperationKind::clone ? "copied" : "signed_report"] = std::move(result);
  return document;
}

json view(const OrgOperationPage& page, const char* name, const Cursors& cursors, const Request& request) {
  json document{{name, json::array()}};
  for (const auto& operation : page.operations) document[name].push_back(view(operation));
  if (page.next_before) document["next_cursor"] = cursors.next(request, page.next_before->to_string());
  return document;
}

}  // namespace likeness::gateway
