#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/invitation_store.hpp"

namespace likeness {

/// Runs as likeness_app; tokens are looked up in a global table, by exact match.
class PostgresInvitationStore final : public InvitationStore {
 public:
  explicit PostgresInvitationStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  Invitation create(OrgId org, const InvitationRequest& request, int open_max) override;
  InvitationPage invitations(OrgId org, const std::optional<InvitationId>& after, int limit) override;
  Invitation invitation(OrgId org, InvitationId id) override;
  void revoke(OrgId org, InvitationId id) override;
  std::optional<OpenInvitation> find(const std::string& token_sha256) override;
  UserId accept(const std::string& token_sha256, const Joining& joining) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
