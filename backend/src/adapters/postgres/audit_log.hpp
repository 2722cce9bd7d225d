#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/audit_log.hpp"
#include "ports/security.hpp"

namespace likeness {

/// Runs as likeness_app. The server's own chain is that of the org of all zeros. The digest must outlive it.
class PostgresAuditLog final : public AuditLog {
 public:
  PostgresAuditLog(PostgresConnectionPool& app_pool, Digest& digest) : pool_(app_pool), digest_(digest) {}

  void append(const AuditChain& chain, const AuditFact& fact) override;
  AuditPage list(const AuditChain& chain, const AuditFilter& filter, AuditOrder order,
                 std::optional<std::int64_t> after, int limit) override;
  AuditCheck check(const AuditChain& chain, std::int64_t after, int limit) override;
  long erase_personal_values(const AuditChain& chain, const std::string& subject, std::optional<TimePoint> before,
                             int limit) override;
  AuditHead close_chain(OrgId org, const AuditActor& actor, const std::string& trace_id) override;
  long erase_chain(OrgId org, int limit) override;

 private:
  /// The transaction speaks for the chain.
  void append(SqlTransaction& transaction, const AuditChain& chain, const AuditFact& fact);

  PostgresConnectionPool& pool_;
  Digest& digest_;
};

}  // namespace likeness
