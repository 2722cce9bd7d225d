#include "ingest/preprocess/preprocess_stage.hpp"

#include <algorithm>

#include "domain/object_keys.hpp"
#include "ingest/preprocess/dominant_colors.hpp"
#include "ingest/preprocess/perceptual_hash.hpp"
#include "ingest/preprocess/thumbnails.hpp"

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

  const auto thumbnails = make_thumbnails(codec_, decoded->pixels, [&](int side_px) {
    return !objects_.contains(image.org_id, thumbnail_key(image.content_sha256, side_px));
  });
  if (!thumbnails) return std::unexpected(thumbnails.error());
  for (const auto& [side_px, webp] : thumbnails->made)
    objects_.put(image.org_id, thumbnail_key(image.content_sha256, side_px), webp);

  PreprocessedImage result;
  result.width_px = decoded->header.width_px;
  result.height_px = decoded->header.height_px;
  result.perceptual_hash = perceptual_hash(thumbnails->small);
  result.colors = dominant_colors(thumbnails->small);
  result.pixels = std::move(decoded->pixels);
  return result;
}

}  // namespace likeness::ingest
