#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/vision.hpp"

namespace likeness {

/// A shopper's photo. `principal` is who sent it, and the only one who may use it.
struct QueryImage {
  QueryImageId id;
  std::string principal;
  std::string object_key;
  int width_px = 0;
  int height_px = 0;
  TimePoint expires_at;
  bool detected = false;  ///< whether the detector has looked; regions may be empty then
  std::vector<Region> regions;
};

/// Query images live apart from the catalogue's. A photo that is expired or another principal's is Error{not_found}.
class QueryImageStore {
 public:
  virtual ~QueryImageStore() = default;
  virtual void create(OrgId org, const QueryImage& image) = 0;
  virtual QueryImage get(OrgId org, QueryImageId id, const std::string& principal) = 0;
  virtual void set_regions(OrgId org, QueryImageId id, const std::vector<Region>& regions) = 0;
  /// Returns the object key to remove.
  virtual std::string remove(OrgId org, QueryImageId id, const std::string& principal) = 0;
  struct Expired {
    OrgId org_id;
    std::string object_key;
  };
  /// Deletes what is past its time, across orgs, at most `limit`; returns the objects to remove.
  virtual std::vector<Expired> remove_expired(int limit) = 0;
};

}  // namespace likeness
