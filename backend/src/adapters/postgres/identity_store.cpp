#include "adapters/postgres/identity_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr char kSelectOrg[] =
    "SELECT id, slug, name, currency, epoch_ms(created_at) FROM orgs WHERE erasing_since IS NULL";

Org read_org(const pqxx::row& row) {
  return {read_id<OrgId>(row[0]), row[1].c_str(), row[2].c_str(), row[3].c_str(), read_time(row[4])};
}

std::optional<Org> read_only_org(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return read_org(rows[0]);
}

constexpr char kSelectUser[] = "SELECT id, email, name, password_hash FROM users";

std::optional<User> read_only_user(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return User{read_id<UserId>(rows[0][0]), rows[0][1].c_str(), rows[0][2].c_str(), rows[0][3].c_str()};
}

/// A price without a currency of its own is in the org's: with another one it would be another price.
void require_no_prices(SqlTransaction& transaction, OrgId org) {
  if (!transaction
           .exec_params("SELECT FROM variants WHERE org_id = $1 AND (price_minor IS NOT NULL OR sale_price_minor IS NOT"
                        " NULL) LIMIT 1",
                        sql(org))
           .empty())
    throw Error(
        ErrorKind::conflict,
        "the currency cannot be changed while the catalogue has prices: remove the products, or make another org",
        "currency");
}

}  // namespace

Org PostgresIdentityStore::create_org(const std::string& slug, const std::string& name, const std::string& currency) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        "INSERT INTO orgs (id, slug, name, currency) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING"
        " RETURNING id, slug, name, currency, epoch_ms(created_at)",
        sql(OrgId::generate()), slug, name, currency);
    if (rows.empty()) throw Error(ErrorKind::conflict, "org \"" + slug + "\" exists already", "slug");
    return read_org(rows[0]);
  });
}

std::vector<Org> PostgresIdentityStore::orgs() {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::vector<Org> orgs;
    for (const auto& row : transaction.exec(fmt::format("{} ORDER BY id", kSelectOrg))) orgs.push_back(read_org(row));
    return orgs;
  });
}

std::optional<Org> PostgresIdentityStore::org_by_slug(const std::string& slug) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return read_only_org(transaction.exec_params(fmt::format("{} AND slug = $1", kSelectOrg), slug));
  });
}

std::optional<Org> PostgresIdentityStore::org(OrgId id) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return read_only_org(transaction.exec_params(fmt::format("{} AND id = $1", kSelectOrg), sql(id)));
  });
}

Org PostgresIdentityStore::update_org(OrgId id, const OrgChange& change) {
  return in_org(pool_, id, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(fmt::format("{} AND id = $1 FOR UPDATE", kSelectOrg), sql(id));
    if (rows.empty()) throw Error(ErrorKind::not_found, "there is no org " + id.to_string(), "org_id");
    const auto before = read_org(rows[0]);
    if (change.slug && *change.slug != before.slug &&
        !transaction.exec_params("SELECT FROM orgs WHERE slug = $1", *change.slug).empty())
      throw Error(ErrorKind::conflict, "org \"" + *change.slug + "\" exists already", "slug");
    if (change.currency && *change.currency != before.currency) require_no_prices(transaction, id);
    return read_org(transaction.exec_params1(
        "UPDATE orgs SET slug = coalesce($2, slug), name = coalesce($3, name), currency = coalesce($4, currency)"
        " WHERE id = $1 RETURNING id, slug, name, currency, epoch_ms(created_at)",
        sql(id), change.slug, change.name, change.currency));
  });
}

UserId PostgresIdentityStore::create_user(OrgId org, const std::string& email, const std::string& password_hash,
                                          const std::string& role) {
  const std::string address = to_lower(email);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO users (id, email, password_hash) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING",
        sql(UserId::generate()), address, password_hash);
    const auto user = transaction.exec_params1("SELECT id FROM users WHERE email = $1", address);
    const auto added = transaction.exec_params(
        "INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", sql(org),
        user[0].c_str(), role);
    if (added.affected_rows() == 0)
      throw Error(ErrorKind::conflict, "user \"" + address + "\" belongs to the org already", "email");
    return read_id<UserId>(user[0]);
  });
}

std::optional<User> PostgresIdentityStore::user_by_email(const std::string& email) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<User> {
    return read_only_user(transaction.exec_params(fmt::format("{} WHERE email = $1", kSelectUser), to_lower(email)));
  });
}

std::optional<User> PostgresIdentityStore::user(UserId id) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<User> {
    return read_only_user(transaction.exec_params(fmt::format("{} WHERE id = $1", kSelectUser), sql(id)));
  });
}

void PostgresIdentityStore::set_password_hash(UserId user, const std::string& password_hash) {
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec_params("UPDATE users SET password_hash = $2 WHERE id = $1", sql(user), password_hash);
  });
}

std::vector<Membership> PostgresIdentityStore::memberships(UserId user) {
  return run_scoped(pool_, {.org = {}, .user = user}, [&](SqlTransaction& transaction) {
    std::vector<Membership> memberships;
    const auto rows = transaction.exec_params(
        "SELECT m.org_id, o.slug, m.role FROM memberships AS m JOIN orgs AS o ON o.id = m.org_id"
        " WHERE m.user_id = $1 AND o.erasing_since IS NULL ORDER BY o.slug",
        sql(user));
    for (const auto& row : rows) memberships.push_back({read_id<OrgId>(row[0]), row[1].c_str(), row[2].c_str()});
    return memberships;
  });
}

}  // namespace likeness
