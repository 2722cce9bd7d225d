#pragma once

#include <exception>

#include "base/clock.hpp"
#include "base/log.hpp"
#include "domain/job.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

/// Reports what went into a stage, what came out and how long that took, when it goes out of scope. Where that is by an
/// exception nothing came out; items that failed otherwise are told by failed(). What they failed of is counted by the
/// work loop.
class StageTimer {
 public:
  StageTimer(Metrics& metrics, Stage stage, std::size_t item_count)
      : metrics_(metrics), stage_(stage), item_count_(item_count), exceptions_before_(std::uncaught_exceptions()) {
    metrics_.increment("likeness_stage_items_in_total", labels(), static_cast<double>(item_count_));
  }
  ~StageTimer() {
    const double seconds = stopwatch_.seconds();
    metrics_.observe_seconds("likeness_stage_seconds", labels(), seconds);
    log::debug("{}: {} in, {} failed, {:.1f} ms", to_string(stage_), item_count_, failed_count_, seconds * 1000);
    if (std::uncaught_exceptions() == exceptions_before_ && item_count_ > failed_count_)
      metrics_.increment("likeness_stage_items_out_total", labels(), static_cast<double>(item_count_ - failed_count_));
  }
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

  void failed(std::size_t count = 1) { failed_count_ += count; }

 private:
  MetricLabels labels() const { return {{"stage", std::string(to_string(stage_))}}; }

  Metrics& metrics_;
  Stage stage_;
  std::size_t item_count_;
  std::size_t failed_count_ = 0;
  int exceptions_before_;
  Stopwatch stopwatch_;
};

}  // namespace likeness::ingest
