#include "ingest/detect/detect_stage.hpp"

namespace likeness::ingest {

std::vector<Detection> DetectStage::run(const Pixels& pixels, Priority priority) {
  if (detector_ == nullptr) return {};
  return choose_regions(detector_->detect(pixels, priority), limits_);
}

}  // namespace likeness::ingest
