#pragma once

#include "adapters/postgres/transaction.hpp"

namespace likeness {

/// What the writers of an import's rows need to know of it.
struct HeldImport {
  SourceId source;
  bool full = true;
};

/// Error{cancelled} where the import is not reading any more. Until the end of the transaction nobody pauses, cancels
/// or overtakes it.
HeldImport require_reading(SqlTransaction& transaction, OrgId org, ImportId import);

}  // namespace likeness
