#pragma once

#include <vector>

#include "adapters/postgres/transaction.hpp"
#include "domain/audit.hpp"

namespace likeness {

/// The org under which a chain's rows stand: the server's own under the one of all zeros.
inline OrgId row_org(const AuditChain& chain) { return chain.org.value_or(OrgId{}); }

/// What read_audit_entry() reads, from the table l.
extern const char* const kSelectAuditEntry;
/// Without values about people.
AuditEntry read_audit_entry(const AuditChain& chain, const pqxx::row& row);

/// Adds the values about people that are still there. `entries` are a chain's, in order of their sequence, either way.
/// Returns the sequence of a value in their range that belongs to none of them; 0 where there is none.
std::int64_t add_personal_values(SqlTransaction& transaction, const AuditChain& chain,
                                 std::vector<AuditEntry>& entries);

/// The row that follows its chain's last one, with its values about people.
void insert_audit_entry(SqlTransaction& transaction, const AuditChain& chain, const AuditEntry& entry);

}  // namespace likeness
