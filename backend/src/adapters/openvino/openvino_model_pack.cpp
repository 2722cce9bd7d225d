#include "adapters/openvino/openvino_model_pack.hpp"

#include "adapters/openvino/image_tower.hpp"
#include "adapters/openvino/text_tower.hpp"

namespace likeness {
namespace {

// Regions are cut from the same pixels: twice the model's side leaves a thing of half the frame its full sharpness.
constexpr int kDecodeSides = 2;
// Lengths of the words of most searches, as text_tower rounds them.
constexpr int kWarmUpTexts = 3;
constexpr int kWarmUpTokens = 8;

}  // namespace

OpenVinoModelPack::OpenVinoModelPack(const std::filesystem::path& directory, std::shared_ptr<OpenVinoRuntime> runtime) {
  const PackManifest manifest = read_pack_manifest(directory);
  info_ = manifest.info;
  decode_side_px_ = manifest.input_size_px * kDecodeSides;
  image_tower_ = std::make_unique<ImageTower>(manifest, runtime);
  text_tower_ = std::make_unique<TextTower>(manifest, runtime);
  warm_up();
}

void OpenVinoModelPack::warm_up() {
  image_tower_->embed(Pixels{1, 1, Bytes(3)}, Priority::ingest);
  std::string text;
  for (int length = 1; length <= kWarmUpTexts; ++length) {
    const std::string one = text + "word word word";
    text_tower_->embed({&one, 1}, Priority::ingest);
    for (int token = 0; token < kWarmUpTokens; ++token) text += "word ";
  }
}

OpenVinoModelPack::~OpenVinoModelPack() = default;

std::vector<Vector> OpenVinoModelPack::embed_images(std::span<const Pixels> images, Priority priority) {
  std::vector<Vector> vectors;
  vectors.reserve(images.size());
  for (const Pixels& image : images) {
    vectors.push_back(image_tower_->embed(image, priority));
    normalize(vectors.back());
  }
  return vectors;
}

std::vector<Vector> OpenVinoModelPack::embed_texts(std::span<const std::string> texts, Priority priority) {
  std::vector<Vector> vectors = text_tower_->embed(texts, priority);
  for (Vector& vector : vectors) normalize(vector);
  return vectors;
}

}  // namespace likeness
