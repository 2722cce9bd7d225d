#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/embedding.hpp"
#include "domain/vision.hpp"

namespace likeness {

/// Who waits for an inference: queries go before catalogue work at every batch boundary.
enum class Priority { query, ingest };

struct PackInfo {
  PackKey key;
  std::string description;
  bool shared_space = false;
  int image_dimensions = 0;
  int text_dimensions = 0;
  Calibration image_calibration;
  Calibration region_calibration;
  Calibration text_calibration;
};

/// One embedding space, loaded: image tower and text tower. Vectors come back L2-normalised, in the order of the
/// inputs. Thread-safe; callers share the cores.
class ModelPack {
 public:
  virtual ~ModelPack() = default;
  virtual const PackInfo& info() const = 0;
  /// Longest side, in pixels, at which a photo should be decoded for this pack.
  virtual int decode_side_px() const = 0;
  virtual std::vector<Vector> embed_images(std::span<const Pixels> images, Priority priority) = 0;
  virtual std::vector<Vector> embed_texts(std::span<const std::string> texts, Priority priority) = 0;
};

/// Finds things on a photo. Every box it returns lies in the photo; suppression of duplicates is done, choice is not.
class ObjectDetector {
 public:
  virtual ~ObjectDetector() = default;
  virtual std::string name() const = 0;
  virtual std::vector<Detection> detect(const Pixels& pixels, Priority priority) = 0;
};

}  // namespace likeness
