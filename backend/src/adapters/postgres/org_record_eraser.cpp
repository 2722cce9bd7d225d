#include "adapters/postgres/org_record_eraser.hpp"

#include "adapters/postgres/org_operation_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

bool is_there(SqlTransaction& transaction, OrgId org) {
  return !transaction.exec_params("SELECT FROM orgs WHERE id = $1", sql(org)).empty();
}

/// Error{conflict} where another server took the erasure over; nobody can until the end of the transaction.
void require_held(SqlTransaction& transaction, const ClaimedOrgOperation& erasure) {
  if (transaction
          .exec_params("SELECT FROM erasures WHERE id = $1 AND claim = $2 AND state = 'running' FOR UPDATE",
                       sql(erasure.operation.id), erasure.claim)
          .empty())
    throw Error(ErrorKind::conflict, "erasure " + erasure.operation.id.to_string() + " is not held any more");
}

/// Adds to what went under that name.
void count_removed(SqlTransaction& transaction, const ClaimedOrgOperation& erasure, const std::string& name,
                   long count) {
  if (count == 0) return;
  update_held(transaction, erasure,
              "removed = removed || jsonb_build_object($1::text, coalesce((removed ->> $1::text)::bigint, 0) + " +
                  std::to_string(count) + ")",
              name);
}

}  // namespace

long PostgresOrgRecordEraser::erase_rows(const ClaimedOrgOperation& erasure, int limit) {
  const auto org = erasure.operation.org_id;
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> long {
    require_held(transaction, erasure);
    if (!is_there(transaction, org)) return 0;
    const auto row = transaction.exec_params1("SELECT relation, removed FROM erase_org_rows($1, $2)", sql(org), limit);
    const auto count = row[1].as<long>();
    count_removed(transaction, erasure, row[0].c_str(), count);
    return count;
  });
}

long PostgresOrgRecordEraser::erase_members(const ClaimedOrgOperation& erasure, int limit) {
  const auto org = erasure.operation.org_id;
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> long {
    require_held(transaction, erasure);
    if (!is_there(transaction, org)) return 0;
    const auto row = transaction.exec_params1("SELECT users_removed, members_removed FROM erase_org_members($1, $2)",
                                              sql(org), limit);
    count_removed(transaction, erasure, "users", row[0].as<long>());
    count_removed(transaction, erasure, "memberships", row[1].as<long>());
    return row[1].as<long>();
  });
}

void PostgresOrgRecordEraser::erase_org(const ClaimedOrgOperation& erasure) {
  const auto org = erasure.operation.org_id;
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    require_held(transaction, erasure);
    if (!is_there(transaction, org)) return;
    transaction.exec_params("SELECT erase_org($1)", sql(org));
    count_removed(transaction, erasure, "orgs", 1);
  });
}

void PostgresOrgRecordEraser::note_removed(const ClaimedOrgOperation& erasure, const std::string& store, long count) {
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    update_held(transaction, erasure,
                "removed = jsonb_build_object($1::text, " + std::to_string(count) + ") || removed", store);
  });
}

std::map<std::string, long> PostgresOrgRecordEraser::removed(const ClaimedOrgOperation& erasure) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::map<std::string, long> counts;
    for (const auto& row : transaction.exec_params(
             "SELECT r.key, r.value::bigint FROM erasures, jsonb_each_text(removed) AS r WHERE id = $1",
             sql(erasure.operation.id)))
      counts[row[0].c_str()] = row[1].as<long>();
    return counts;
  });
}

std::map<std::string, long> PostgresOrgRecordEraser::left(OrgId org) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::map<std::string, long> counts;
    for (const auto& row : transaction.exec_params("SELECT relation, held FROM count_org_rows($1)", sql(org)))
      counts[row[0].c_str()] = row[1].as<long>();
    counts["orgs"] = is_there(transaction, org) ? 1 : 0;
    return counts;
  });
}

}  // namespace likeness
