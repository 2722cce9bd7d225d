#pragma once

#include "base/clock.hpp"
#include "domain/job.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

/// Reports how long a stage took for how many items when it goes out of scope.
class StageTimer {
 public:
  StageTimer(Metrics& metrics, Stage stage, std::size_t item_count) : metrics_(metrics), stage_(stage) {
    metrics_.increment("likeness_stage_items_in_total", {{"stage", std::string(to_string(stage))}},
                       static_cast<double>(item_count));
  }
  ~StageTimer() {
    metrics_.observe_seconds("likeness_stage_seconds", {{"stage", std::string(to_string(stage_))}},
                             stopwatch_.seconds());
  }
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  Metrics& metrics_;
  Stage stage_;
  Stopwatch stopwatch_;
};

}  // namespace likeness::ingest
