#pragma once

#include <span>
#include <string>
#include <vector>

#include "ports/image_codec.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

struct ImageToPreprocess {
  OrgId org_id;
  std::string content_sha256;
};

struct PreprocessedImage {
  int width_px = 0;  ///< of the upright original
  int height_px = 0;
  Pixels pixels;  ///< upright sRGB, large enough for detector and model
  PerceptualHash perceptual_hash{};
  std::vector<ColorShare> colors;
};

/// Fourth stage: bytes become upright sRGB pixels, thumbnails, a perceptual hash and named colours.
class PreprocessStage {
 public:
  PreprocessStage(ObjectStore& objects, ImageCodec& codec) : objects_(objects), codec_(codec) {}
  std::vector<Result<PreprocessedImage>> run(std::span<const ImageToPreprocess> batch);

 private:
  Result<PreprocessedImage> preprocess(const ImageToPreprocess& image);

  ObjectStore& objects_;
  ImageCodec& codec_;
};

}  // namespace likeness::ingest
