#include "ingest/preprocess/preprocess_stage.hpp"

#include <algorithm>

#include "domain/object_keys.hpp"
#include "ingest/preprocess/dominant_colors.hpp"
#include "ingest/preprocess/perceptual_hash.hpp"

namespace likeness::ingest {

std::vector<Result<PreprocessedImage>> PreprocessStage::run(std::span<const ImageToPreprocess> batch) {
  std::vector<Result<PreprocessedImage>> results;
  results.reserve(batch.size());
  for (const auto& image : batch) {
    try {
      results.push_back(preprocess(image));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::unavailable) throw;
      results.push_back(std::unexpected(error));
    }
  }
  return results;
}

Result<PreprocessedImage> PreprocessStage::preprocess(const ImageToPreprocess& image) {
  const auto bytes = objects_.get(image.org_id, original_key(image.content_sha256));
  auto decoded = codec_.decode(bytes, std::ranges::max(kThumbnailSidesPx));
  if (!decoded) return std::unexpected(decoded.error());

  for (const int side_px : kThumbnailSidesPx) {
    const auto key = thumbnail_key(image.content_sha256, side_px);
    if (objects_.contains(image.org_id, key)) continue;
    const auto thumbnail = codec_.thumbnail(decoded->pixels, side_px);
    if (!thumbnail) return std::unexpected(thumbnail.error());
    objects_.put(image.org_id, key, *thumbnail);
  }
  PreprocessedImage result;
  result.width_px = decoded->header.width_px;
  result.height_px = decoded->header.height_px;
  result.perceptual_hash = perceptual_hash(decoded->pixels);
  result.colors = dominant_colors(decoded->pixels);
  result.pixels = std::move(decoded->pixels);
  return result;
}

}  // namespace likeness::ingest
