#pragma once

#include "adapters/postgres/transaction.hpp"
#include "domain/job.hpp"

namespace likeness {

/// Locks the job's row for the rest of the transaction. Error{conflict} where the caller does not hold it any more.
/// Lock the product and the image that the transaction touches before, in this order, as imports do.
void hold_job(SqlTransaction& transaction, const Job& job);
/// The job is done; its import too, where it was the last.
void end_job(SqlTransaction& transaction, const Job& job);
/// The import that asked last for the job's work.
ImportId import_of(SqlTransaction& transaction, const Job& job);

[[noreturn]] void throw_lost(const Job& job);

}  // namespace likeness
