#include "adapters/postgres/resource_locks.hpp"

#include <algorithm>
#include <iterator>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

struct LockedTable {
  std::string_view prefix;
  const char* statement;  ///< $1 org, $2 id
};

/// Not FOR UPDATE: rows of other tables that refer to the row may be written meanwhile.
constexpr LockedTable kTables[] = {
    {OrgTag::kPrefix, "SELECT FROM orgs WHERE id = $1 AND id = $2 FOR NO KEY UPDATE"},
    {UserTag::kPrefix, "SELECT FROM memberships WHERE org_id = $1 AND user_id = $2 FOR NO KEY UPDATE"},
    {SourceTag::kPrefix, "SELECT FROM sources WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE"},
    {ImportTag::kPrefix, "SELECT FROM imports WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE"},
    {ProductTag::kPrefix, "SELECT FROM products WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE"},
    {ImageTag::kPrefix, "SELECT FROM images WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE"},
    {QueryImageTag::kPrefix, "SELECT FROM query_images WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE"},
};

}  // namespace

void PostgresResourceLocks::lock(OrgId org, const std::string& id) {
  const auto table = std::ranges::find_if(kTables, [&](const LockedTable& of) { return id.starts_with(of.prefix); });
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    if (table == std::end(kTables)) {
      transaction.exec_params("SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))", sql(org), id);
      return;
    }
    const auto uuid = Uuid::parse(std::string_view(id).substr(table->prefix.size()));
    if (uuid) transaction.exec_params(table->statement, sql(org), uuid->to_string());
  });
}

}  // namespace likeness
