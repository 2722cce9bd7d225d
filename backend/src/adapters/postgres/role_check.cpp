#include "adapters/postgres/role_check.hpp"

#include "adapters/postgres/transaction.hpp"
#include "base/error.hpp"

namespace likeness {

void require_restricted_role(PostgresConnectionPool& pool) {
  across_orgs(pool, [](SqlTransaction& transaction) {
    const auto row = transaction.exec1(R"(
      SELECT session_user,
             EXISTS (SELECT FROM pg_roles AS r WHERE r.rolsuper AND pg_has_role(session_user, r.oid, 'MEMBER')),
             EXISTS (SELECT FROM pg_roles AS r WHERE r.rolbypassrls AND pg_has_role(session_user, r.oid, 'MEMBER')),
             (SELECT min(c.relname) FROM pg_class AS c
               WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                 AND pg_has_role(session_user, c.relowner, 'MEMBER')))");
    const auto refuse = [&row](const std::string& why) {
      throw Error(ErrorKind::forbidden, "the database role \"" + std::string(row[0].c_str()) + "\" " + why +
                                            ", so row-level security would not hold: serve as likeness_app and"
                                            " likeness_worker");
    };
    if (row[1].as<bool>()) refuse("is a superuser");
    if (row[2].as<bool>()) refuse("may bypass row-level security");
    if (!row[3].is_null()) refuse("owns the table \"" + std::string(row[3].c_str()) + "\"");
  });
}

}  // namespace likeness
