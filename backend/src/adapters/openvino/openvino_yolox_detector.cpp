#include "adapters/openvino/openvino_yolox_detector.hpp"

#include <cmath>

#include "adapters/openvino/coco_labels.hpp"
#include "adapters/openvino/openvino_runtime.hpp"
#include "domain/resample.hpp"

namespace likeness {
namespace {

constexpr std::uint8_t kPadding = 114;

/// Moves the model's own preparation into the graph: it then takes u8 RGB [1,S,S,3].
std::shared_ptr<ov::Model> taking_rgb_bytes(std::shared_ptr<ov::Model> model) {
  ov::preprocess::PrePostProcessor steps(model);
  steps.input()
      .tensor()
      .set_element_type(ov::element::u8)
      .set_layout("NHWC")
      .set_color_format(ov::preprocess::ColorFormat::RGB);
  steps.input().model().set_layout("NCHW");
  steps.input().preprocess().convert_element_type(ov::element::f32).convert_color(ov::preprocess::ColorFormat::BGR);
  return steps.build();
}

}  // namespace

struct OpenVinoYoloxDetector::Network {
  std::shared_ptr<OpenVinoRuntime> runtime;
  LaneRequests requests;
};

OpenVinoYoloxDetector::OpenVinoYoloxDetector(const std::filesystem::path& model_path,
                                             std::shared_ptr<OpenVinoRuntime> runtime, YoloxThresholds thresholds)
    : name_(model_path.stem().string()), thresholds_(thresholds), network_(std::make_unique<Network>()) {
  const std::string label = "detector " + name_;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(model_path, ignored)) {
    throw Error(ErrorKind::not_found, label + ": there is no such model file");
  }
  std::shared_ptr<ov::Model> model = runtime->read(model_path, label);
  translating_errors(ErrorKind::corrupt_data, label + " is not a YOLOX model for the 80 COCO labels", [&] {
    const ov::Shape input = model->input().get_shape();
    OPENVINO_ASSERT(input.size() == 4 && input[0] == 1 && input[1] == 3 && input[2] == input[3] && input[2] % 32 == 0);
    side_px_ = static_cast<int>(input[2]);
    const ov::Shape expected{1, yolox_row_count(side_px_), 5 + kCocoLabels.size()};
    OPENVINO_ASSERT(model->outputs().size() == 1 && model->output().get_shape() == expected);
    model = taking_rgb_bytes(model);
  });
  network_->requests = runtime->compile_lanes(model, label);
  network_->runtime = std::move(runtime);
}

OpenVinoYoloxDetector::~OpenVinoYoloxDetector() = default;

std::vector<Detection> OpenVinoYoloxDetector::detect(const Pixels& pixels, Priority priority) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0) {
    throw Error(ErrorKind::invalid_argument, "a photo without pixels cannot be searched for things");
  }
  const double scale = static_cast<double>(side_px_) / std::max(pixels.width_px, pixels.height_px);
  const auto side = static_cast<std::size_t>(side_px_);
  const auto scaled = [&](int length) { return std::max(1, static_cast<int>(length * scale)); };
  Bytes square(side * side * 3, kPadding);
  resample_into(pixels, {square.data(), side * 3, scaled(pixels.width_px), scaled(pixels.height_px)}, Kernel::bilinear);
  std::vector<Detection> detections;
  translating_errors(ErrorKind::internal, "detector " + name_ + " failed", [&] {
    const InferenceGate::Pass pass = network_->runtime->gate().enter(priority);
    ov::InferRequest& request = network_->requests[pass.lane()];
    request.set_input_tensor(ov::Tensor(ov::element::u8, {1, side, side, 3}, square.data()));
    request.infer();
    const ov::Tensor rows = request.get_output_tensor();
    detections = decode_yolox({rows.data<float>(), rows.get_size()},
                              {side_px_, scale, pixels.width_px, pixels.height_px}, thresholds_);
  });
  return detections;
}

}  // namespace likeness
