#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <thread>

#include "ports/metrics.hpp"
#include "ports/object_store.hpp"
#include "ports/org_operation_store.hpp"
#include "tenancy/held_operation.hpp"

namespace likeness::tenancy {

struct OperationLoopOptions {
  std::chrono::milliseconds poll{1000};
  std::chrono::seconds lease{30};
  int tries_max = 5;                      ///< of an export or a clone; an erasure never gives up
  std::chrono::seconds backoff_first{2};  ///< doubles with each try
  std::chrono::seconds backoff_max{300};
};

/// What came of an operation.
struct OperationOutcome {
  std::string result;  ///< JSON object
  std::optional<TimePoint> expires_at = {};
};

/// Does what is asked for whole orgs, one thing after the other, and removes archives whose time is up. What a dead
/// server left is begun anew when its lease is over: each kind's work can be done twice. Runs until destroyed.
class OperationLoop {
 public:
  using Work = std::function<OperationOutcome(HeldOperation&)>;

  OperationLoop(OrgOperationStore& store, ObjectStore& objects, Metrics& metrics, std::map<OrgOperationKind, Work> work,
                OperationLoopOptions options);

 private:
  void run(const std::stop_token& stop);
  void run_one(const ClaimedOrgOperation& claimed, const std::stop_token& stop);
  void settle(const ClaimedOrgOperation& claimed, const Error& error);
  void remove_expired();

  OrgOperationStore& store_;
  ObjectStore& objects_;
  Metrics& metrics_;
  const std::map<OrgOperationKind, Work> work_;
  const OperationLoopOptions options_;
  std::jthread thread_;
};

}  // namespace likeness::tenancy
