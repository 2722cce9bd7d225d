#include "adapters/postgres/idempotency_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

/// How statements name the table of a scope and its rows. $1 is the org, or null.
struct Place {
  const char* table;
  const char* org_column;  ///< in front of the other columns of the key
  const char* org_value;
  const char* fits;
};
constexpr Place kOfOrg{"idempotency_keys", "org_id, ", "$1::uuid, ", "org_id = $1"};
constexpr Place kOfServer{"server_idempotency_keys", "", "", "$1::uuid IS NULL"};

const Place& place_of(const IdempotencyScope& scope) { return scope.org ? kOfOrg : kOfServer; }

template <class Body>
auto in_scope(PostgresConnectionPool& pool, const IdempotencyScope& scope, Body&& body) {
  return run_scoped(pool, {.org = scope.org, .user = {}}, std::forward<Body>(body));
}

}  // namespace

bool PostgresIdempotencyStore::try_hold(const IdempotencyScope& scope) {
  return in_scope(pool_, scope, [&](SqlTransaction& transaction) {
    return transaction
        .exec_params1(
            "SELECT pg_try_advisory_xact_lock(hashtextextended("
            "concat_ws(chr(10), 'idempotency', $1::text, $2::text, $3::text, $4::text, $5::text), 0))",
            sql(scope.org).value_or("server"), scope.principal, scope.method, scope.route, scope.key)[0]
        .as<bool>();
  });
}

std::optional<KeptAnswer> PostgresIdempotencyStore::find(const IdempotencyScope& scope) {
  const auto& place = place_of(scope);
  return in_scope(pool_, scope, [&](SqlTransaction& transaction) -> std::optional<KeptAnswer> {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT fingerprint, status, content_type, location, etag, body FROM {} WHERE {}"
                    " AND principal = $2 AND method = $3 AND route = $4 AND key = $5 AND expires_at > now()",
                    place.table, place.fits),
        sql(scope.org), scope.principal, scope.method, scope.route, scope.key);
    if (rows.empty()) return std::nullopt;
    const auto& row = rows[0];
    return KeptAnswer{.fingerprint = row[0].c_str(),
                      .status = row[1].as<int>(),
                      .content_type = row[2].c_str(),
                      .location = row[3].c_str(),
                      .etag = row[4].c_str(),
                      .body = pqxx::binarystring(row[5]).str()};
  });
}

void PostgresIdempotencyStore::keep(const IdempotencyScope& scope, const KeptAnswer& answer,
                                    std::chrono::seconds lifetime) {
  const auto& place = place_of(scope);
  in_scope(pool_, scope, [&](SqlTransaction& transaction) {
    // A row in the way is one whose time is over: find() has seen none that counts, and the scope is held.
    transaction.exec_params(
        fmt::format("INSERT INTO {0} ({1}principal, method, route, key, fingerprint, status, content_type, location,"
                    " etag, body, expires_at)"
                    " SELECT {2}$2, $3, $4, $5, $6, $7::int, $8, $9, $10, $11::bytea, now() + $12 * interval '1 second'"
                    " WHERE $1::uuid IS NULL OR EXISTS (SELECT FROM orgs WHERE id = $1::uuid)"
                    " ON CONFLICT ({1}principal, method, route, key) DO UPDATE"
                    " SET fingerprint = excluded.fingerprint, status = excluded.status,"
                    " content_type = excluded.content_type, location = excluded.location, etag = excluded.etag,"
                    " body = excluded.body, expires_at = excluded.expires_at",
                    place.table, place.org_column, place.org_value),
        sql(scope.org), scope.principal, scope.method, scope.route, scope.key, answer.fingerprint, answer.status,
        answer.content_type, answer.location, answer.etag, pqxx::binarystring(answer.body),
        static_cast<long>(lifetime.count()));
  });
}

void PostgresIdempotencyStore::remove_expired(int limit) {
  across_orgs(worker_pool_, [&](SqlTransaction& transaction) {
    for (const char* table : {kOfOrg.table, kOfServer.table})
      transaction.exec_params(
          fmt::format("DELETE FROM {0} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {0} WHERE expires_at <= now()"
                      " ORDER BY expires_at LIMIT $1))",
                      table),
          limit);
  });
}

}  // namespace likeness
