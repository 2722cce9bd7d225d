#pragma once

#include "adapters/postgres/transaction.hpp"

namespace likeness {

/// Marks the import as done, with its counts as they are, where its feed is read and none of its jobs is waiting,
/// queued, running or paused. Call last in a transaction that ended a job: it locks the import's row.
void finish_import_if_idle(SqlTransaction& transaction, OrgId org, ImportId import);

/// Gives a cancelled import its counts and its end once none of its jobs is open.
void finish_cancelled_import(SqlTransaction& transaction, OrgId org, ImportId import);

/// As finish_import_if_idle for the imports of all orgs, as likeness_worker.
void finish_idle_imports(SqlTransaction& transaction);

}  // namespace likeness
