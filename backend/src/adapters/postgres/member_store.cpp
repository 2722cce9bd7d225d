#include "adapters/postgres/member_store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kSelectMember[] =
    "SELECT u.id, u.email, u.name, m.role, epoch_ms(m.created_at) FROM memberships AS m JOIN users AS u ON u.id = "
    "m.user_id WHERE m.org_id = $1";

Member read_member(const pqxx::row& row) {
  return {read_id<UserId>(row[0]), row[1].c_str(), row[2].c_str(), row[3].c_str(), read_time(row[4])};
}

Member find_member(SqlTransaction& transaction, OrgId org, UserId user) {
  const auto rows = transaction.exec_params(fmt::format("{} AND m.user_id = $2", kSelectMember), sql(org), sql(user));
  if (rows.empty()) throw Error(ErrorKind::not_found, "there is no member " + user.to_string(), "user_id");
  return read_member(rows[0]);
}

void require_manageable(const std::string& role, std::span<const std::string> manageable) {
  if (std::ranges::find(manageable, role) == manageable.end())
    throw Error(ErrorKind::forbidden, "members with the role " + role + " are not yours to manage", "role");
}

/// Whoever may take an org's owners away does it in turn: what is read from here on stays so until the end.
void lock_members(SqlTransaction& transaction, OrgId org) {
  transaction.exec_params("SELECT FROM orgs WHERE id = $1 FOR NO KEY UPDATE", sql(org));
}

void require_another_owner(SqlTransaction& transaction, OrgId org, UserId user) {
  const auto another = transaction.exec_params1(
      "SELECT EXISTS (SELECT FROM memberships WHERE org_id = $1 AND user_id <> $2 AND role = 'owner')", sql(org),
      sql(user));
  if (!another[0].as<bool>())
    throw Error(ErrorKind::conflict, "this is the org's last owner: make somebody else an owner first", "user_id");
}

}  // namespace

MemberPage PostgresMemberStore::members(OrgId org, const std::optional<UserId>& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("{} AND ($2::uuid IS NULL OR u.id > $2) ORDER BY u.id LIMIT $3", kSelectMember), sql(org),
        sql(after), limit + 1);
    MemberPage page;
    for (const auto& row : rows) page.members.push_back(read_member(row));
    if (page.members.size() > static_cast<std::size_t>(limit)) {
      page.members.pop_back();
      page.next_after = page.members.back().user_id;
    }
    return page;
  });
}

Member PostgresMemberStore::member(OrgId org, UserId user) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return find_member(transaction, org, user); });
}

Member PostgresMemberStore::set_role(OrgId org, UserId user, const std::string& role,
                                     std::span<const std::string> manageable) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    lock_members(transaction, org);
    const auto before = find_member(transaction, org, user);
    require_manageable(before.role, manageable);
    require_manageable(role, manageable);
    if (before.role == "owner" && role != "owner") require_another_owner(transaction, org, user);
    transaction.exec_params("UPDATE memberships SET role = $3 WHERE org_id = $1 AND user_id = $2", sql(org), sql(user),
                            role);
    return find_member(transaction, org, user);
  });
}

void PostgresMemberStore::remove(OrgId org, UserId user, std::span<const std::string> manageable) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    lock_members(transaction, org);
    const auto before = find_member(transaction, org, user);
    require_manageable(before.role, manageable);
    if (before.role == "owner") require_another_owner(transaction, org, user);
    // Whoever makes the user a member of another org at this moment waits, or is waited for.
    transaction.exec_params("SELECT FROM users WHERE id = $1 FOR UPDATE", sql(user));
    transaction.exec_params("DELETE FROM memberships WHERE org_id = $1 AND user_id = $2", sql(org), sql(user));
    transaction.exec_params("SELECT set_config('app.user', $1, true)", sql(user));
    transaction.exec_params(
        "DELETE FROM users WHERE id = $1 AND NOT EXISTS (SELECT FROM memberships WHERE user_id = $1)", sql(user));
  });
}

}  // namespace likeness
