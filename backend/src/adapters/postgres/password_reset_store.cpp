#include "adapters/postgres/password_reset_store.hpp"

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {

bool PostgresPasswordResetStore::create(UserId user, const std::string& token_sha256, TimePoint expires_at,
                                        std::chrono::seconds pause) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec_params("DELETE FROM password_resets WHERE user_id = $1 AND expires_at <= now()", sql(user));
    const auto made = transaction.exec_params(
        "INSERT INTO password_resets (token_sha256, user_id, expires_at) SELECT $1, $2, $3 WHERE NOT EXISTS"
        " (SELECT FROM password_resets WHERE user_id = $2 AND created_at > now() - make_interval(secs => $4))",
        token_sha256, sql(user), to_iso8601(expires_at), static_cast<long long>(pause.count()));
    return made.affected_rows() == 1;
  });
}

std::optional<UserId> PostgresPasswordResetStore::find(const std::string& token_sha256) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<UserId> {
    const auto rows = transaction.exec_params(
        "SELECT user_id FROM password_resets WHERE token_sha256 = $1 AND expires_at > now()", token_sha256);
    if (rows.empty()) return std::nullopt;
    return read_id<UserId>(rows[0][0]);
  });
}

UserId PostgresPasswordResetStore::complete(const std::string& token_sha256, const std::string& password_hash) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    // Whoever comes second waits here for the first, and finds nothing.
    const auto used = transaction.exec_params(
        "DELETE FROM password_resets WHERE token_sha256 = $1 AND expires_at > now() RETURNING user_id", token_sha256);
    if (used.empty()) throw Error(ErrorKind::gone, "this link is used or expired: ask for another", "token");
    const auto user = read_id<UserId>(used[0][0]);
    transaction.exec_params("DELETE FROM password_resets WHERE user_id = $1", sql(user));
    transaction.exec_params("UPDATE users SET password_hash = $2 WHERE id = $1", sql(user), password_hash);
    return user;
  });
}

}  // namespace likeness
