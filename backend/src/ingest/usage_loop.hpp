#pragma once

#include <chrono>
#include <thread>

#include "ports/object_store.hpp"
#include "ports/quota_store.hpp"

namespace likeness::ingest {

struct UsageLoopOptions {
  std::chrono::milliseconds interval{1000};         ///< between two exchanges
  std::chrono::seconds storage_measured_for{3600};  ///< how long a measurement of an org's storage holds
};

/// Hands on what requests use up, and measures what the orgs' storage holds, one org at a time. A last time when it
/// ends.
class UsageLoop {
 public:
  /// `quotas` works as the worker. All must outlive it.
  UsageLoop(QuotaMeter& meter, QuotaStore& quotas, ObjectStore& objects, UsageLoopOptions options);

 private:
  void run(std::stop_token stop);
  void measure_storage();

  QuotaMeter& meter_;
  QuotaStore& quotas_;
  ObjectStore& objects_;
  const UsageLoopOptions options_;
  std::jthread thread_;
};

}  // namespace likeness::ingest
