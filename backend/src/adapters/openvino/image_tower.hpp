#pragma once

#include <memory>

#include "adapters/openvino/openvino_runtime.hpp"
#include "adapters/openvino/pack_manifest.hpp"

namespace likeness {

/// The image model of a pack, compiled for one photo at a time: on a CPU larger batches gain nothing. Thread-safe.
class ImageTower {
 public:
  ImageTower(const PackManifest& manifest, std::shared_ptr<OpenVinoRuntime> runtime);
  Vector embed(const Pixels& pixels, Priority priority);

 private:
  const int size_px_;
  const int dimensions_;
  const Fit fit_;
  const std::array<std::uint8_t, 3> pad_rgb_;
  const std::string label_;
  const std::shared_ptr<OpenVinoRuntime> runtime_;
  LaneRequests requests_;
};

}  // namespace likeness
