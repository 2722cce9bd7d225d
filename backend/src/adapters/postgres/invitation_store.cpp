#include "adapters/postgres/invitation_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kColumns[] = "id, email, role, invited_by, epoch_ms(created_at), epoch_ms(expires_at)";

Invitation read_invitation(const pqxx::row& row) {
  return {read_id<InvitationId>(row[0]),
          row[1].c_str(),
          row[2].c_str(),
          row[3].c_str(),
          read_time(row[4]),
          read_time(row[5])};
}

Error no_invitation(InvitationId id) {
  return {ErrorKind::not_found, "there is no open invitation " + id.to_string(), "invitation_id"};
}

/// Lets the transaction speak for the org of the token; nullopt where there is no such token.
std::optional<std::pair<OrgId, InvitationId>> enter_org_of(SqlTransaction& transaction,
                                                           const std::string& token_sha256) {
  const auto rows =
      transaction.exec_params("SELECT org, invitation FROM invitation_tokens WHERE token_sha256 = $1", token_sha256);
  if (rows.empty()) return std::nullopt;
  const auto org = read_id<OrgId>(rows[0][0]);
  set_scope(transaction, {.org = org, .user = {}});
  return std::pair(org, read_id<InvitationId>(rows[0][1]));
}

void require_no_member(SqlTransaction& transaction, OrgId org, const std::string& email) {
  const auto member = transaction.exec_params1(
      "SELECT EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id"
      " WHERE m.org_id = $1 AND u.email = $2)",
      sql(org), email);
  if (member[0].as<bool>()) throw Error(ErrorKind::conflict, "\"" + email + "\" belongs to the org already", "email");
}

UserId user_of(SqlTransaction& transaction, const Invitation& invitation, const Joining& joining) {
  if (joining.user_id) return *joining.user_id;
  const auto added = transaction.exec_params(
      "INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING"
      " RETURNING id",
      sql(UserId::generate()), invitation.email, joining.name, joining.password_hash);
  if (added.empty())
    throw Error(ErrorKind::conflict,
                "somebody has just signed up with this address: accept again, with that user's password", "password");
  return read_id<UserId>(added[0][0]);
}

}  // namespace

Invitation PostgresInvitationStore::create(OrgId org, const InvitationRequest& request, int open_max) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_no_member(transaction, org, request.email);
    transaction.exec_params("DELETE FROM invitations WHERE org_id = $1 AND (email = $2 OR expires_at <= now())",
                            sql(org), request.email);
    const auto open = transaction.exec_params1("SELECT count(*) FROM invitations WHERE org_id = $1", sql(org));
    if (open[0].as<int>() >= open_max)
      throw Error(ErrorKind::forbidden,
                  fmt::format("{} invitations are open, and more there cannot be: revoke some", open_max));
    const auto made =
        transaction.exec_params1(fmt::format("INSERT INTO invitations (org_id, id, email, role, invited_by, expires_at)"
                                             " VALUES ($1, $2, $3, $4, $5, $6) RETURNING {}",
                                             kColumns),
                                 sql(org), sql(InvitationId::generate()), request.email, request.role,
                                 request.invited_by, to_iso8601(request.expires_at));
    transaction.exec_params("INSERT INTO invitation_tokens (token_sha256, org, invitation) VALUES ($1, $2, $3)",
                            request.token_sha256, sql(org), made[0].c_str());
    return read_invitation(made);
  });
}

InvitationPage PostgresInvitationStore::invitations(OrgId org, const std::optional<InvitationId>& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows =
        transaction.exec_params(fmt::format("SELECT {} FROM invitations WHERE org_id = $1 AND expires_at > now()"
                                            " AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3",
                                            kColumns),
                                sql(org), sql(after), limit + 1);
    InvitationPage page;
    for (const auto& row : rows) page.invitations.push_back(read_invitation(row));
    if (page.invitations.size() > static_cast<std::size_t>(limit)) {
      page.invitations.pop_back();
      page.next_after = page.invitations.back().id;
    }
    return page;
  });
}

Invitation PostgresInvitationStore::invitation(OrgId org, InvitationId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM invitations WHERE org_id = $1 AND id = $2 AND expires_at > now()", kColumns),
        sql(org), sql(id));
    if (rows.empty()) throw no_invitation(id);
    return read_invitation(rows[0]);
  });
}

void PostgresInvitationStore::revoke(OrgId org, InvitationId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto gone = transaction.exec_params("DELETE FROM invitations WHERE org_id = $1 AND id = $2 RETURNING id",
                                              sql(org), sql(id));
    if (gone.empty()) throw no_invitation(id);
  });
}

std::optional<OpenInvitation> PostgresInvitationStore::find(const std::string& token_sha256) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<OpenInvitation> {
    const auto place = enter_org_of(transaction, token_sha256);
    if (!place) return std::nullopt;
    const auto& [org, id] = *place;
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM invitations WHERE org_id = $1 AND id = $2 AND expires_at > now()", kColumns),
        sql(org), sql(id));
    if (rows.empty()) return std::nullopt;
    return OpenInvitation{org, read_invitation(rows[0])};
  });
}

UserId PostgresInvitationStore::accept(const std::string& token_sha256, const Joining& joining) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    const Error gone(ErrorKind::gone, "this invitation is used, revoked or expired: ask for another", "token");
    const auto place = enter_org_of(transaction, token_sha256);
    if (!place) throw gone;
    const auto& [org, id] = *place;
    // Whoever comes second waits here for the first, and finds nothing.
    const auto rows = transaction.exec_params(
        fmt::format("DELETE FROM invitations WHERE org_id = $1 AND id = $2 AND expires_at > now() RETURNING {}",
                    kColumns),
        sql(org), sql(id));
    if (rows.empty()) throw gone;
    const auto invitation = read_invitation(rows[0]);
    const auto user = user_of(transaction, invitation, joining);
    const auto joined = transaction.exec_params(
        "INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING user_id",
        sql(org), sql(user), invitation.role);
    if (joined.empty()) throw Error(ErrorKind::conflict, "this user belongs to the org already", "token");
    return user;
  });
}

}  // namespace likeness
