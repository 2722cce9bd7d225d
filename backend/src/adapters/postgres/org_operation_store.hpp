#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness {

/// Requests run as likeness_app, work as likeness_worker.
class PostgresOrgOperationStore final : public OrgOperationStore {
 public:
  PostgresOrgOperationStore(PostgresConnectionPool& app_pool, PostgresConnectionPool& worker_pool)
      : app_pool_(app_pool), worker_pool_(worker_pool) {}

  OrgOperation request_export(OrgId org, const std::string& requested_by) override;
  OrgOperation request_clone(OrgId org, const std::string& slug, const std::string& name,
                             const std::string& requested_by) override;
  OrgOperation request_erasure(OrgId org, const std::string& slug, const std::string& requested_by) override;
  OrgOperation operation(OrgId org, OrgOperationKind kind, OrgOperationId id) override;
  OrgOperationPage operations(OrgId org, OrgOperationKind kind, std::optional<OrgOperationId> before,
                              int limit) override;
  OrgOperation erasure(OrgOperationId id) override;
  OrgOperationPage erasures(std::optional<OrgOperationId> before, int limit) override;

  std::optional<ClaimedOrgOperation> claim(std::chrono::seconds lease) override;
  void report_progress(const ClaimedOrgOperation& held, const OrgOperationProgress& progress,
                       std::chrono::seconds lease) override;
  void postpone(const ClaimedOrgOperation& held, const std::string& reason, std::chrono::seconds delay) override;
  void finish(const ClaimedOrgOperation& held, const std::string& result, std::optional<TimePoint> expires_at) override;
  void fail(const ClaimedOrgOperation& held, const std::string& reason) override;
  std::vector<OrgOperation> expired_exports(int limit) override;
  void mark_expired(const OrgOperation& expired) override;

 private:
  PostgresConnectionPool& app_pool_;
  PostgresConnectionPool& worker_pool_;
};

}  // namespace likeness
