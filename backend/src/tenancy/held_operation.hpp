#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

#include "base/clock.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness::tenancy {

/// An operation in the hands of its worker. For one thread.
class HeldOperation {
 public:
  HeldOperation(OrgOperationStore& store, ClaimedOrgOperation claimed, std::chrono::seconds lease, std::stop_token stop)
      : store_(store), claimed_(std::move(claimed)), lease_(lease), stop_(std::move(stop)) {}

  const ClaimedOrgOperation& claimed() const { return claimed_; }
  const OrgOperation& operation() const { return claimed_.operation; }

  /// A new step begins.
  void begin(const std::string& step, long total);
  /// So much more of the step is done. Tells the store, and renews the lease, now and then. Error{cancelled} where the
  /// server stops; what the store throws where the operation is not held any more.
  void advance(long by);
  /// Waits, holding on to the operation.
  void wait(std::chrono::milliseconds time);

 private:
  void tell();

  OrgOperationStore& store_;
  const ClaimedOrgOperation claimed_;
  const std::chrono::seconds lease_;
  const std::stop_token stop_;
  OrgOperationProgress progress_;
  std::optional<Stopwatch> since_told_;
};

}  // namespace likeness::tenancy
