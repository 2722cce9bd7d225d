#pragma once

#include <string>

#include <pqxx/pqxx>

#include "adapters/postgres/transaction.hpp"
#include "domain/org_operation.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness {

/// Columns of either table in the order in which read_org_operation() takes them.
std::string org_operation_columns(OrgOperationKind kind, const std::string& alias);
OrgOperation read_org_operation(const pqxx::row& row);
/// "org_operations" or, of erasures, "erasures".
const char* org_operation_table(OrgOperationKind kind);

/// One transaction that speaks for the operation's org; for none where it is an erasure, whose org is locked.
template <class Body>
auto in_operation(PostgresConnectionPool& pool, const ClaimedOrgOperation& held, Body&& body) {
  if (held.operation.kind == OrgOperationKind::erase) return across_orgs(pool, std::forward<Body>(body));
  return in_org(pool, held.operation.org_id, std::forward<Body>(body));
}

/// Updates the held operation by the assignments, in which $1 is `text`. Error{conflict} where it is not held any more.
void update_held(SqlTransaction& transaction, const ClaimedOrgOperation& held, const std::string& assignments,
                 const std::string& text);

}  // namespace likeness
