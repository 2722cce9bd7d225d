#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/import_store.hpp"

namespace likeness {

/// The examples that a dry run left.
ImportPreview read_preview(SqlTransaction& transaction, OrgId org, ImportId id);

}  // namespace likeness
