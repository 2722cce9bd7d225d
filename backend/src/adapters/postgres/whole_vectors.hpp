#pragma once

#include <string_view>

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/transaction.hpp"
#include "domain/catalog.hpp"

namespace likeness {

/// SQL for the WholeVector of images seen as "i". Photos that the image's last import no longer names do not count.
inline constexpr char kWholeVectorRule[] =
    "CASE WHEN i.role <> 'lifestyle' THEN 'always'"
    " WHEN EXISTS (SELECT FROM images AS o WHERE o.org_id = i.org_id AND o.product_id = i.product_id"
    " AND o.role <> 'lifestyle' AND o.import_id >= i.import_id) THEN 'never' ELSE 'without_regions' END";

/// Reads what kWholeVectorRule says.
WholeVector parse_whole_vector(std::string_view word);

/// Of these images, which the caller has locked, those that have a vector of the whole and should not, or the other way
/// round, because of another role or other photos of their product, are understood again. Returns how many jobs.
int understand_changed_wholes(SqlTransaction& transaction, OrgId org, const SqlArray& images);

}  // namespace likeness
