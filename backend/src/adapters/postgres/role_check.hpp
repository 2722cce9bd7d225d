#pragma once

#include "adapters/postgres/connection_pool.hpp"

namespace likeness {

/// Throws Error{forbidden} where the pool's role could step around row-level security: a superuser, a role with
/// BYPASSRLS, an owner of one of our tables, or a member of such a role. The server asks before it serves.
void require_restricted_role(PostgresConnectionPool& pool);

}  // namespace likeness
