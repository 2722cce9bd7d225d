#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/member_store.hpp"

namespace likeness {

/// Runs as likeness_app, under the org.
class PostgresMemberStore final : public MemberStore {
 public:
  explicit PostgresMemberStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  MemberPage members(OrgId org, const std::optional<UserId>& after, int limit) override;
  Member member(OrgId org, UserId user) override;
  Member set_role(OrgId org, UserId user, const std::string& role, std::span<const std::string> manageable) override;
  void remove(OrgId org, UserId user, std::span<const std::string> manageable) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
