#include "adapters/postgres/org_operation_rows.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

OrgOperationKind parse_kind(std::string_view word) {
  if (word == "export") return OrgOperationKind::export_archive;
  return word == "clone" ? OrgOperationKind::clone : OrgOperationKind::erase;
}

}  // namespace

const char* org_operation_table(OrgOperationKind kind) {
  return kind == OrgOperationKind::erase ? "erasures" : "org_operations";
}

std::string org_operation_columns(OrgOperationKind kind, const std::string& alias) {
  const bool erases = kind == OrgOperationKind::erase;
  return fmt::format(
      "{0}.id, {1}, {2}, {3}, {0}.requested_by, {0}.state, {0}.step, {0}.done, {0}.total, {0}.failure, {0}.tries,"
      " {4}, {5}, {0}.result, epoch_ms({0}.created_at), epoch_ms({0}.started_at), epoch_ms({0}.finished_at), {6}",
      alias, erases ? "'erase'" : fmt::format("{}.kind", alias),
      erases ? fmt::format("{}.erased_org", alias) : fmt::format("{}.org_id", alias),
      erases ? fmt::format("{}.slug", alias) : "''", erases ? "NULL" : fmt::format("{}.target_org", alias),
      erases ? "''" : fmt::format("{}.target_slug", alias),
      erases ? "NULL" : fmt::format("epoch_ms({}.expires_at)", alias));
}

OrgOperation read_org_operation(const pqxx::row& row) {
  OrgOperation operation;
  operation.id = read_id<OrgOperationId>(row[0]);
  operation.kind = parse_kind(row[1].c_str());
  operation.org_id = read_id<OrgId>(row[2]);
  operation.slug = row[3].c_str();
  operation.requested_by = row[4].c_str();
  operation.state = row[5].c_str();
  operation.progress = {row[6].c_str(), row[7].as<long>(), row[8].as<long>()};
  operation.failure = row[9].c_str();
  operation.tries = row[10].as<int>();
  operation.target = read_optional_id<OrgId>(row[11]);
  operation.target_slug = row[12].c_str();
  operation.result = row[13].c_str();
  operation.created_at = read_time(row[14]);
  operation.started_at = read_optional_time(row[15]);
  operation.finished_at = read_optional_time(row[16]);
  operation.expires_at = read_optional_time(row[17]);
  return operation;
}

void update_held(SqlTransaction& transaction, const ClaimedOrgOperation& held, const std::string& assignments,
                 const std::string& text) {
  const auto updated =
      transaction.exec_params(fmt::format("UPDATE {} SET {} WHERE id = $2 AND claim = $3 AND state = 'running'",
                                          org_operation_table(held.operation.kind), assignments),
                              text, sql(held.operation.id), held.claim);
  if (updated.affected_rows() == 0)
    throw Error(ErrorKind::conflict,
                "operation " + held.operation.id.to_string() + " is not held any more: another server took it over");
}

}  // namespace likeness
