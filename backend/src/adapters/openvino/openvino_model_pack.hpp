#pragma once

#include <filesystem>
#include <memory>

#include "adapters/openvino/openvino_options.hpp"
#include "ports/models.hpp"

namespace likeness {

class ImageTower;
class TextTower;

/// A model pack directory (pack.toml, format 1) run by OpenVINO on the CPU. Loading looks at names, sizes and shapes;
/// checksums are verify_pack's. Throws from the constructor what read_pack_manifest and the runtime throw.
class OpenVinoModelPack final : public ModelPack {
 public:
  OpenVinoModelPack(const std::filesystem::path& directory, std::shared_ptr<OpenVinoRuntime> runtime);
  ~OpenVinoModelPack() override;

  const PackInfo& info() const override { return info_; }
  int decode_side_px() const override { return decode_side_px_; }
  std::vector<Vector> embed_images(std::span<const Pixels> images, Priority priority) override;
  std::vector<Vector> embed_texts(std::span<const std::string> texts, Priority priority) override;

 private:
  /// Has the runtime prepare for the usual shapes, so that no first search pays for it.
  void warm_up();

  PackInfo info_;
  int decode_side_px_ = 0;
  std::unique_ptr<ImageTower> image_tower_;
  std::unique_ptr<TextTower> text_tower_;
};

}  // namespace likeness
