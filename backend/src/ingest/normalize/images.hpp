#pragma once

#include "domain/catalog.hpp"
#include "ingest/normalize/row_values.hpp"

namespace likeness::ingest {

/// The photos of a row: image_link, which is required, then additional_image_link and lifestyle_image_link, each
/// repeated, or a list. A photo that is named twice is taken once.
std::vector<ImageReference> read_images(RowValues& values);

/// The addresses and paths of a list parted by commas, blanks or bars. A comma inside a URL parts it only where another
/// address follows; a path ends at a comma and may hold blanks.
std::vector<std::string> split_locations(std::string_view text);

}  // namespace likeness::ingest
