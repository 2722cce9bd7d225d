#pragma once

#include <vector>

#include "adapters/postgres/transaction.hpp"
#include "ports/job_store.hpp"

namespace likeness {

/// The vector_id column of a DELETE … RETURNING.
std::vector<VectorId> read_vector_ids(const pqxx::result& rows);
/// Gives each vector its number and inserts it.
void write_vectors(SqlTransaction& transaction, OrgId org, const PackKey& pack, std::vector<StoredVector>& vectors);

}  // namespace likeness
