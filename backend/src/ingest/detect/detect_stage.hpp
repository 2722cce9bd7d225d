#pragma once

#include <vector>

#include "ports/models.hpp"

namespace likeness::ingest {

/// Fifth stage: pixels become the regions worth searching in. Without a detector every photo has none.
class DetectStage {
 public:
  DetectStage(ObjectDetector* detector, RegionLimits limits) : detector_(detector), limits_(limits) {}

  bool available() const { return detector_ != nullptr; }
  std::vector<Detection> run(const Pixels& pixels, Priority priority);

 private:
  ObjectDetector* detector_;
  RegionLimits limits_;
};

}  // namespace likeness::ingest
