#include "domain/object_keys.hpp"

namespace likeness {

std::string original_key(const std::string& content_sha256) {
  return "originals/" + content_sha256.substr(0, 2) + "/" + content_sha256;
}

std::string thumbnail_key(const std::string& content_sha256, int longest_side_px) {
  return "thumbnails/" + content_sha256.substr(0, 2) + "/" + content_sha256 + "-" + std::to_string(longest_side_px) +
         ".webp";
}

std::string query_image_key(QueryImageId id) { return "query-images/" + id.uuid.to_string() + ".jpg"; }

std::string feed_key(const Uuid& upload) { return "feeds/" + upload.to_string(); }

}  // namespace likeness
