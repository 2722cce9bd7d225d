#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/postgres/connection_pool.hpp"

namespace likeness {

/// One file of db/migrations, compiled in.
struct Migration {
  int version;
  std::string_view name;    ///< "0002_catalog"
  std::string_view sha256;  ///< of the file
  std::string_view sql;
};

/// In order of version, without gaps.
std::span<const Migration> migrations();

/// Brings the schema to this program's version, each migration in one transaction, and returns the names of those that
/// it applied. `owner_url` connects as likeness_owner. Safe to run in two processes at once: one waits. Error{conflict}
/// where the database is newer than the program or an applied migration was changed.
std::vector<std::string> migrate(const std::string& owner_url);

/// Throws Error{unavailable} where the schema is not at this program's version.
void require_current_schema(PostgresConnectionPool& pool);

}  // namespace likeness
