#pragma once

#include <span>
#include <string>
#include <vector>

#include "ports/models.hpp"

namespace likeness::ingest {

struct ImageToEmbed {
  const Pixels* pixels = nullptr;
  std::vector<Box> regions;
  bool whole = true;
};

/// Sixth stage: a photo and its regions become vectors, and so do a product's words.
class EmbedStage {
 public:
  explicit EmbedStage(ModelPack& pack) : pack_(pack) {}

  const PackKey& pack() const { return pack_.info().key; }
  /// For each photo: the whole image's vector first, where it is wanted, then one per region in their order.
  std::vector<std::vector<HalfVector>> run(std::span<const ImageToEmbed> batch);
  std::vector<HalfVector> run(std::span<const std::string> texts);

 private:
  ModelPack& pack_;
};

}  // namespace likeness::ingest
