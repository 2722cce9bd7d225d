#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "adapters/openvino/openvino_options.hpp"
#include "adapters/openvino/yolox_output.hpp"
#include "ports/models.hpp"

namespace likeness {

/// SHA-256 of the YOLOX-nano file (Apache-2.0) that this class was measured with.
inline constexpr std::string_view kYoloxNanoSha256 = "695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14";

/// A YOLOX model, ONNX or IR: "images" f32 [1,3,S,S], BGR 0..255, the photo in the upper left corner on grey 114 ->
/// [1,rows,85]. Throws from the constructor Error{not_found}, Error{corrupt_data} for a file that is no such model.
class OpenVinoYoloxDetector final : public ObjectDetector {
 public:
  OpenVinoYoloxDetector(const std::filesystem::path& model_path, std::shared_ptr<OpenVinoRuntime> runtime,
                        YoloxThresholds thresholds = {});
  ~OpenVinoYoloxDetector() override;

  /// The file's name without its ending: "yolox_nano".
  std::string name() const override { return name_; }
  std::vector<Detection> detect(const Pixels& pixels, Priority priority) override;

 private:
  struct Network;

  const std::string name_;
  const YoloxThresholds thresholds_;
  int side_px_ = 0;
  std::unique_ptr<Network> network_;
};

}  // namespace likeness
