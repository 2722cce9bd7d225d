#include "ingest/embed/embed_stage.hpp"

namespace likeness::ingest {

std::vector<std::vector<HalfVector>> EmbedStage::run(std::span<const ImageToEmbed> batch) {
  std::vector<Pixels> pictures;
  for (const auto& image : batch) {
    if (image.whole) pictures.push_back(*image.pixels);
    for (const auto& region : image.regions) pictures.push_back(crop(*image.pixels, region));
  }
  const auto vectors = pack_.embed_images(pictures, Priority::ingest);
  std::vector<std::vector<HalfVector>> results;
  auto next = vectors.begin();
  for (const auto& image : batch) {
    auto& of_image = results.emplace_back();
    for (std::size_t i = 0; i < image.regions.size() + image.whole; ++i) of_image.push_back(to_half(*next++));
  }
  return results;
}

std::vector<HalfVector> EmbedStage::run(std::span<const std::string> texts) {
  std::vector<HalfVector> halves;
  for (const auto& vector : pack_.embed_texts(texts, Priority::ingest)) halves.push_back(to_half(vector));
  return halves;
}

}  // namespace likeness::ingest
