#pragma once

#include <chrono>
#include <vector>

#include "ports/audit_log.hpp"
#include "ports/org_data.hpp"
#include "ports/org_records.hpp"
#include "ports/report_signer.hpp"
#include "tenancy/operation_loop.hpp"

namespace likeness::tenancy {

struct OrgErasureOptions {
  std::chrono::milliseconds settle{3000};  ///< what began before the org was locked is through after that
  int rows_per_batch = 2000;
};

/// Removes a locked org from every store, looks into each of them again, and signs what it found. A try begins at the
/// first step, which by then finds less to do; what went is counted as it goes.
class OrgErasure {
 public:
  struct Parts {
    OrgRecordEraser& records;
    AuditLog& audit_log;
    std::vector<OrgData*> stores;  ///< all but the database
    ReportSigner& signer;
  };

  OrgErasure(Parts parts, OrgErasureOptions options) : parts_(std::move(parts)), options_(options) {}

  /// The outcome is the signed report. Error{unavailable} where something is left.
  OperationOutcome run(HeldOperation& held);

 private:
  void erase_stores(HeldOperation& held);
  void erase_records(HeldOperation& held);
  void erase_audit_log(HeldOperation& held);

  const Parts parts_;
  const OrgErasureOptions options_;
};

}  // namespace likeness::tenancy
