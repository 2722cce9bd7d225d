#pragma once

#include <set>
#include <string>

#include "adapters/postgres/catalog_batch.hpp"
#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/transaction.hpp"
#include "ports/catalog_store.hpp"

namespace likeness {

/// Writes one batch inside a transaction; see PostgresCatalogStore::upsert_rows. Products of `seen_before` keep their
/// fields as those do that an earlier batch of the import wrote.
UpsertedRows write_batch(SqlTransaction& transaction, OrgId org, SourceId source, ImportId import,
                         const CatalogBatch& batch, const CatalogWriteOptions& options, long row_count,
                         const std::set<std::string>& seen_before = {});

}  // namespace likeness
