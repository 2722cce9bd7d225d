#pragma once

#include <chrono>
#include <span>
#include <string>

#include "ports/image_codec.hpp"
#include "ports/metrics.hpp"
#include "ports/models.hpp"
#include "ports/object_store.hpp"
#include "ports/query_image_store.hpp"
#include "ports/security.hpp"

namespace likeness::query {

/// Shoppers' photos: taken, kept for their time without metadata, looked at by the detector when somebody wants to see
/// regions (beside a search, never before it), removed. Thread-safe.
class QueryImages {
 public:
  struct Parts {
    QueryImageStore& store;
    ObjectStore& objects;
    ImageCodec& codec;
    ObjectDetector* detector;  ///< may be absent
  };
  struct Options {
    std::chrono::seconds time_to_live{24 * 3600};
    int kept_side_px = 1600;
    RegionLimits regions;
  };

  QueryImages(Parts parts, Options options) : parts_(parts), options_(options) {}

  /// Throws Error{unsupported, too_large, corrupt_data} for bytes that are no photo.
  QueryImage accept(OrgId org, const std::string& principal, std::span<const std::uint8_t> bytes);
  QueryImage get(OrgId org, QueryImageId id, const std::string& principal);
  /// The same with its regions; the first call has the detector look.
  QueryImage get_with_regions(OrgId org, QueryImageId id, const std::string& principal);
  /// The picture as it is kept: an upright JPEG without metadata.
  Bytes picture(OrgId org, QueryImageId id, const std::string& principal);
  /// Decoded for the model.
  Pixels pixels(OrgId org, QueryImageId id, const std::string& principal, int longest_side_px);
  void remove(OrgId org, QueryImageId id, const std::string& principal);

 private:
  Parts parts_;
  Options options_;
};

}  // namespace likeness::query
