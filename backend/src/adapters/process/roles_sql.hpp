#pragma once

namespace likeness {

/// db/roles.sql, compiled in: psql's language, with the variables owner_password, app_password and worker_password.
extern const char* const kRolesSql;

}  // namespace likeness
