#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "domain/job.hpp"

namespace likeness::ingest {

/// What went wrong with one job.
struct StageError {
  Stage stage;
  Error error;
  /// How long to wait before the next try, where the other side said so; else the policy decides.
  std::optional<std::chrono::milliseconds> retry_after = {};
  /// Our own storage is away or full: the job is not to blame, and no other would fare better.
  bool ours = false;

  /// Of an error that a store of ours threw: what a photo or its host is to blame for is returned, not thrown.
  static StageError thrown(Stage stage, const Error& error) {
    return {stage, error, {}, error.kind() == ErrorKind::unavailable};
  }
};

/// One of the two durable units, as the work loop sees it. Completion is written by the unit itself, together with its
/// effects; what is returned is what went wrong, in the order of the jobs. Thread-safe.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  virtual Unit unit() const = 0;
  virtual std::vector<std::optional<StageError>> run(std::span<const Job> jobs) = 0;
};

}  // namespace likeness::ingest
