#pragma once

#include <functional>
#include <vector>

#include "ports/image_codec.hpp"

namespace likeness::ingest {

struct Thumbnail {
  int side_px = 0;
  Bytes webp;
};

struct Thumbnails {
  std::vector<Thumbnail> made;
  Pixels small;  ///< the photo at 480 px at most, for what needs no detail
};

/// The kept sizes of a photo, largest first, each made of the next larger one; never enlarged, so that a small photo's
/// may be the same. Only those that are `wanted` by their side are encoded.
Result<Thumbnails> make_thumbnails(ImageCodec& codec, const Pixels& pixels,
                                   const std::function<bool(int side_px)>& wanted);

}  // namespace likeness::ingest
