#pragma once

#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// Where things lie in the object store, inside their org.
std::string original_key(const std::string& content_sha256);
std::string thumbnail_key(const std::string& content_sha256, int longest_side_px);
std::string query_image_key(QueryImageId id);
std::string feed_key(const Uuid& upload);

/// Longest sides, in pixels, of the thumbnails that are kept of every catalogue photo.
inline constexpr int kThumbnailSidesPx[] = {160, 480, 1200};

}  // namespace likeness
