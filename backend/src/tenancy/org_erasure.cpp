#include "tenancy/org_erasure.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "tenancy/signed_report.hpp"

namespace likeness::tenancy {
namespace {

using nlohmann::json;

constexpr char kFormat[] = "likeness-erasure-report/1";

/// What this server cannot reach.
constexpr const char* kNotCovered[] = {
    "Free space in the database's files, and its write-ahead log, may hold bytes of removed rows until they are "
    "written "
    "over: VACUUM FULL ends that for the files, recycling for the log.",
    "Blocks of removed files are the file system's until it writes them anew.",
    "Backups that were taken before.",
};

json counted(const std::map<std::string, long>& counts) {
  json list = json::array();
  for (const auto& [name, count] : counts) list.push_back({{"name", name}, {"count", count}});
  return list;
}

/// Error{unavailable} that names what is left, where something is.
void require_nothing(const std::map<std::string, long>& left) {
  std::string names;
  for (const auto& [name, count] : left)
    if (count > 0) names += (names.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ")";
  if (!names.empty()) throw Error(ErrorKind::unavailable, "something of the org is still there: " + names);
}

}  // namespace

OperationOutcome OrgErasure::run(HeldOperation& held) {
  const auto& operation = held.operation();
  held.begin("locked", 0);
  held.wait(options_.settle);
  // Work that is open goes first of all, so that no loop meets it any more.
  erase_audit_log(held);
  erase_records(held);
  erase_stores(held);

  held.begin("checking", 0);
  auto left = parts_.records.left(operation.org_id);
  for (auto* store : parts_.stores) left[store->store_name()] = store->count_of(operation.org_id);
  require_nothing(left);
  const json report{{"format", kFormat},
                    {"erasure_id", operation.id.to_string()},
                    {"org_id", operation.org_id.to_string()},
                    {"slug", operation.slug},
                    {"requested_by", operation.requested_by},
                    {"locked_at", to_iso8601(operation.created_at)},
                    {"finished_at", to_iso8601(now())},
                    {"removed", counted(parts_.records.removed(held.claimed()))},
                    {"left", counted(left)},
                    {"not_covered", kNotCovered}};
  return {sign_report(report, parts_.signer).dump()};
}

void OrgErasure::erase_stores(HeldOperation& held) {
  const auto org = held.operation().org_id;
  for (auto* store : parts_.stores) {
    held.begin(store->store_name(), 0);
    parts_.records.note_removed(held.claimed(), store->store_name(), store->count_of(org));
    store->erase_all_of(org);
  }
}

/// That it ended, and with which entry, stays in the server's own log.
void OrgErasure::erase_audit_log(HeldOperation& held) {
  const auto org = held.operation().org_id;
  const auto head = parts_.audit_log.close_chain(org, {"operator", ""}, "");
  held.begin("audit log", head.entries);
  parts_.records.note_removed(held.claimed(), "audit entries", head.entries);
  while (const long rows = parts_.audit_log.erase_chain(org, options_.rows_per_batch)) held.advance(rows);
}

void OrgErasure::erase_records(HeldOperation& held) {
  long total = 0;
  for (const auto& [table, rows] : parts_.records.left(held.operation().org_id)) total += rows;
  held.begin("records", total);
  while (const long rows = parts_.records.erase_rows(held.claimed(), options_.rows_per_batch)) held.advance(rows);
  while (const long members = parts_.records.erase_members(held.claimed(), options_.rows_per_batch))
    held.advance(members);
  parts_.records.erase_org(held.claimed());
}

}  // namespace likeness::tenancy
