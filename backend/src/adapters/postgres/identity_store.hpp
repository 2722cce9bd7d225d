#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/identity_store.hpp"

namespace likeness {

/// Runs as likeness_app: orgs and users are global tables, looked up by exact match; memberships belong to orgs.
class PostgresIdentityStore final : public IdentityStore {
 public:
  explicit PostgresIdentityStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  Org create_org(const std::string& slug, const std::string& name, const std::string& currency) override;
  std::vector<Org> orgs() override;
  std::optional<Org> org_by_slug(const std::string& slug) override;
  std::optional<Org> org(OrgId id) override;
  Org update_org(OrgId id, const OrgChange& change) override;

  UserId create_user(OrgId org, const std::string& email, const std::string& password_hash,
                     const std::string& role) override;
  std::optional<User> user_by_email(const std::string& email) override;
  std::optional<User> user(UserId id) override;
  std::vector<Membership> memberships(UserId user) override;
  void set_password_hash(UserId user, const std::string& password_hash) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
