#include "adapters/openvino/image_tower.hpp"

#include "adapters/openvino/square_input.hpp"

namespace likeness {

ImageTower::ImageTower(const PackManifest& manifest, std::shared_ptr<OpenVinoRuntime> runtime)
    : size_px_(manifest.input_size_px),
      dimensions_(manifest.info.image_dimensions),
      fit_(manifest.fit),
      pad_rgb_(manifest.pad_rgb),
      label_(manifest.label(manifest.image_model)),
      runtime_(std::move(runtime)) {
  const std::shared_ptr<ov::Model> model = runtime_->read(manifest.directory / manifest.image_model, label_);
  translating_errors(ErrorKind::corrupt_data, label_ + " has not the input and output that pack.toml describes", [&] {
    OPENVINO_ASSERT(model->input("pixels").get_element_type() == ov::element::u8, "pixels are not u8");
    model->reshape({{"pixels", ov::PartialShape{1, size_px_, size_px_, 3}}});
    const ov::PartialShape expected{1, dimensions_};
    OPENVINO_ASSERT(model->output("embedding").get_partial_shape() == expected, "embedding has another shape");
    OPENVINO_ASSERT(model->output("embedding").get_element_type() == ov::element::f32, "embedding is not f32");
  });
  requests_ = runtime_->compile_lanes(model, label_);
}

Vector ImageTower::embed(const Pixels& pixels, Priority priority) {
  Bytes square = to_square(pixels, size_px_, fit_, pad_rgb_);
  const auto side = static_cast<std::size_t>(size_px_);
  Vector vector(dimensions_);
  translating_errors(ErrorKind::internal, label_ + " failed", [&] {
    const InferenceGate::Pass pass = runtime_->gate().enter(priority);
    ov::InferRequest& request = requests_[pass.lane()];
    request.set_tensor("pixels", ov::Tensor(ov::element::u8, {1, side, side, 3}, square.data()));
    request.infer();
    const float* out = request.get_tensor("embedding").data<float>();
    vector.assign(out, out + dimensions_);
  });
  return vector;
}

}  // namespace likeness
