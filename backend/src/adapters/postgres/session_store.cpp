#include "adapters/postgres/session_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

constexpr int kForgottenAtOnceMax = 100;
constexpr int kTokensKeptMax = 1000;

constexpr char kColumns[] =
    "s.id, s.user_id, s.acting_org, epoch_ms(s.created_at), epoch_ms(s.used_at), epoch_ms(s.expires_at), s.peer,"
    " s.user_agent";
constexpr char kOpen[] = "s.revoked_at IS NULL AND s.expires_at > now()";

Session read_session(const pqxx::row& row) {
  return {.id = read_id<SessionId>(row[0]),
          .user_id = read_id<UserId>(row[1]),
          .acting_org = read_optional_id<OrgId>(row[2]),
          .created_at = read_time(row[3]),
          .used_at = read_time(row[4]),
          .expires_at = read_time(row[5]),
          .peer = row[6].c_str(),
          .user_agent = row[7].c_str()};
}

std::optional<Session> read_only_session(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return read_session(rows[0]);
}

std::vector<SessionId> read_ids(const pqxx::result& rows) {
  std::vector<SessionId> ids;
  for (const auto& row : rows) ids.push_back(read_id<SessionId>(row[0]));
  return ids;
}

void forget_expired(SqlTransaction& transaction) {
  transaction.exec_params(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < now() ORDER BY expires_at LIMIT $1"
      " FOR UPDATE SKIP LOCKED)",
      kForgottenAtOnceMax);
}

void insert_token(SqlTransaction& transaction, const std::string& sha256, const std::string& session) {
  transaction.exec_params("INSERT INTO refresh_tokens (sha256, session_id) VALUES ($1, $2)", sha256, session);
}

void turn(SqlTransaction& transaction, const std::string& session, const std::string& used,
          const SessionStore::Successor& successor, std::chrono::seconds grace) {
  transaction.exec_params(
      "UPDATE refresh_tokens SET used_at = clock_timestamp(), successor_sealed = $2 WHERE sha256 = $1", used,
      pqxx::binarystring(successor.sealed.data(), successor.sealed.size()));
  insert_token(transaction, successor.sha256, session);
  transaction.exec_params("UPDATE sessions SET used_at = clock_timestamp(), acting_org = $2 WHERE id = $1", session,
                          sql(successor.acting_org));
  transaction.exec_params(
      "UPDATE refresh_tokens SET successor_sealed = NULL WHERE session_id = $1 AND successor_sealed IS NOT NULL"
      " AND used_at < clock_timestamp() - $2 * interval '1 second'",
      session, grace.count());
  transaction.exec_params(
      "DELETE FROM refresh_tokens WHERE sha256 IN"
      " (SELECT sha256 FROM refresh_tokens WHERE session_id = $1 ORDER BY made_at DESC OFFSET $2)",
      session, kTokensKeptMax);
}

}  // namespace

std::vector<SessionId> PostgresSessionStore::open(const Session& session, const std::string& refresh_sha256,
                                                  int sessions_max) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    forget_expired(transaction);
    transaction.exec_params(
        "INSERT INTO sessions (id, user_id, acting_org, expires_at, peer, user_agent) VALUES ($1, $2, $3, $4, $5, $6)",
        sql(session.id), sql(session.user_id), sql(session.acting_org), to_iso8601(session.expires_at), session.peer,
        session.user_agent);
    insert_token(transaction, refresh_sha256, sql(session.id));
    return read_ids(transaction.exec_params(
        fmt::format("UPDATE sessions SET revoked_at = now() WHERE id IN (SELECT s.id FROM sessions AS s"
                    " WHERE s.user_id = $1 AND {} ORDER BY s.id = $3 DESC, s.used_at DESC, s.id DESC OFFSET $2)"
                    " RETURNING id",
                    kOpen),
        sql(session.user_id), sessions_max, sql(session.id)));
  });
}

std::optional<Session> PostgresSessionStore::session_of(const std::string& refresh_sha256) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return read_only_session(transaction.exec_params(
        fmt::format("SELECT {} FROM refresh_tokens AS t JOIN sessions AS s ON s.id = t.session_id"
                    " WHERE t.sha256 = $1 AND {}",
                    kColumns, kOpen),
        refresh_sha256));
  });
}

Rotation PostgresSessionStore::rotate(const std::string& refresh_sha256, const Successor& successor,
                                      std::chrono::seconds grace) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> Rotation {
    const auto locked =
        transaction.exec_params(fmt::format("SELECT s.id FROM sessions AS s WHERE {} AND s.id ="
                                            " (SELECT session_id FROM refresh_tokens WHERE sha256 = $1) FOR UPDATE",
                                            kOpen),
                                refresh_sha256);
    if (locked.empty()) return {};
    const std::string session = locked[0][0].c_str();
    // A statement of its own: it sees what the one that held the lock before has done.
    const auto tokens = transaction.exec_params(
        "SELECT used_at IS NULL, used_at >= clock_timestamp() - $2 * interval '1 second', successor_sealed"
        " FROM refresh_tokens WHERE sha256 = $1",
        refresh_sha256, grace.count());
    if (tokens.empty()) return {};
    const auto& token = tokens[0];
    if (token[0].as<bool>()) {
      turn(transaction, session, refresh_sha256, successor, grace);
      return {.outcome = Rotation::Outcome::turned, .successor_sealed = {}};
    }
    if (token[1].as<bool>() && !token[2].is_null()) {
      const pqxx::binarystring sealed(token[2]);
      return {.outcome = Rotation::Outcome::repeated, .successor_sealed = Bytes(sealed.begin(), sealed.end())};
    }
    transaction.exec_params("UPDATE sessions SET revoked_at = now() WHERE id = $1", session);
    return {.outcome = Rotation::Outcome::reused, .successor_sealed = {}};
  });
}

std::vector<Session> PostgresSessionStore::of_user(UserId user) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::vector<Session> sessions;
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM sessions AS s WHERE s.user_id = $1 AND {} ORDER BY s.used_at DESC, s.id DESC",
                    kColumns, kOpen),
        sql(user));
    for (const auto& row : rows) sessions.push_back(read_session(row));
    return sessions;
  });
}

std::optional<Session> PostgresSessionStore::session(UserId user, SessionId id) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return read_only_session(transaction.exec_params(
        fmt::format("SELECT {} FROM sessions AS s WHERE s.id = $1 AND s.user_id = $2 AND {}", kColumns, kOpen), sql(id),
        sql(user)));
  });
}

bool PostgresSessionStore::end(UserId user, SessionId id) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return transaction
               .exec_params(fmt::format("UPDATE sessions AS s SET revoked_at = now() WHERE s.id = $1 AND s.user_id = $2"
                                        " AND {}",
                                        kOpen),
                            sql(id), sql(user))
               .affected_rows() == 1;
  });
}

std::vector<SessionId> PostgresSessionStore::end_others(UserId user, std::optional<SessionId> except) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return read_ids(
        transaction.exec_params(fmt::format("UPDATE sessions AS s SET revoked_at = now() WHERE s.user_id = $1"
                                            " AND s.id IS DISTINCT FROM $2::uuid AND {} RETURNING s.id",
                                            kOpen),
                                sql(user), sql(except)));
  });
}

MemberStanding PostgresSessionStore::standing(SessionId session, UserId user, OrgId org) {
  return run_scoped(pool_, {.org = org, .user = user}, [&](SqlTransaction& transaction) {
    const auto row = transaction.exec_params1(
        fmt::format("SELECT EXISTS (SELECT FROM sessions AS s WHERE s.id = $1 AND s.user_id = $2 AND {}),"
                    " (SELECT role FROM memberships WHERE user_id = $2 AND org_id = $3)",
                    kOpen),
        sql(session), sql(user), sql(org));
    MemberStanding standing{.session_open = row[0].as<bool>(), .role = std::nullopt};
    if (!row[1].is_null()) standing.role = row[1].c_str();
    return standing;
  });
}

}  // namespace likeness
