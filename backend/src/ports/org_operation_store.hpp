#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/org_operation.hpp"

namespace likeness {

struct OrgOperationPage {
  std::vector<OrgOperation> operations;
  std::optional<OrgOperationId> next_before;
};

/// An operation as a worker holds it.
struct ClaimedOrgOperation {
  OrgOperation operation;
  long claim = 0;  ///< number of the claim
};

/// What is done to whole orgs. Thread-safe; one transaction a call.
class OrgOperationStore {
 public:
  virtual ~OrgOperationStore() = default;

  /// Error{conflict} while another export of the org is under way.
  virtual OrgOperation request_export(OrgId org, const std::string& requested_by) = 0;
  /// Makes the org that the copy goes to. Error{conflict} where the slug is taken, an import of the org is under way,
  /// or a clone is.
  virtual OrgOperation request_clone(OrgId org, const std::string& slug, const std::string& name,
                                     const std::string& requested_by) = 0;
  /// From its commit on nothing is done for the org any more. `slug` is the org's own, repeated:
  /// Error{invalid_argument} where it is another. Error{not_found} also where the org is being erased already.
  virtual OrgOperation request_erasure(OrgId org, const std::string& slug, const std::string& requested_by) = 0;

  /// An export or a clone. Error{not_found}.
  virtual OrgOperation operation(OrgId org, OrgOperationKind kind, OrgOperationId id) = 0;
  /// Newest first.
  virtual OrgOperationPage operations(OrgId org, OrgOperationKind kind, std::optional<OrgOperationId> before,
                                      int limit) = 0;
  /// Of the operator's log. Error{not_found}.
  virtual OrgOperation erasure(OrgOperationId id) = 0;
  virtual OrgOperationPage erasures(std::optional<OrgOperationId> before, int limit) = 0;

  /// Takes what is due, erasures first, under a lease: the death of a worker delays it. What another worker took over,
  /// or whose org is gone, is Error{conflict} or Error{not_found} in the calls below. As likeness_worker.
  virtual std::optional<ClaimedOrgOperation> claim(std::chrono::seconds lease) = 0;
  /// Says how far it is and renews the lease.
  virtual void report_progress(const ClaimedOrgOperation& held, const OrgOperationProgress& progress,
                               std::chrono::seconds lease) = 0;
  /// Back into the queue, with the reason.
  virtual void postpone(const ClaimedOrgOperation& held, const std::string& reason, std::chrono::seconds delay) = 0;
  /// `result` is a JSON object.
  virtual void finish(const ClaimedOrgOperation& held, const std::string& result,
                      std::optional<TimePoint> expires_at) = 0;
  virtual void fail(const ClaimedOrgOperation& held, const std::string& reason) = 0;

  /// Exports whose time is up, of whichever org, at most `limit`; they stay listed as expired once marked.
  virtual std::vector<OrgOperation> expired_exports(int limit) = 0;
  virtual void mark_expired(const OrgOperation& expired) = 0;
};

}  // namespace likeness
