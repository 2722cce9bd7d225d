#pragma once

#include <thread>

#include "base/clock.hpp"
#include "ingest/import_upkeep.hpp"
#include "ports/idempotency_store.hpp"
#include "ports/job_store.hpp"
#include "ports/metrics.hpp"
#include "ports/object_store.hpp"
#include "ports/query_image_store.hpp"

namespace likeness::ingest {

/// Puts back what a dead worker held, closes imports that are through, removes shoppers' photos and idempotency keys
/// whose time is up, and reports how deep the queues are, which takes at most a twentieth of its time.
class Sweeper {
 public:
  Sweeper(JobStore& jobs, QueryImageStore& query_images, ObjectStore& objects, ImportUpkeep& imports,
          IdempotencyStore& idempotency, Metrics& metrics, std::chrono::milliseconds interval);

 private:
  void run(const std::stop_token& stop);
  void sweep();
  void report_queues();

  JobStore& jobs_;
  QueryImageStore& query_images_;
  ObjectStore& objects_;
  ImportUpkeep& imports_;
  IdempotencyStore& idempotency_;
  Metrics& metrics_;
  const std::chrono::milliseconds interval_;
  Stopwatch since_report_;
  double report_seconds_ = 0;  ///< what the last one took
  std::jthread thread_;
};

}  // namespace likeness::ingest
