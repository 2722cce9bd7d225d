#pragma once

#include <map>
#include <string>

namespace likeness::ingest {

/// One row of a feed as it was written: canonical column name ("image_link") to trimmed text. Empty values are left
/// out.
struct RawRow {
  long line = 0;  ///< on which the row starts, from 1
  std::map<std::string, std::string, std::less<>> values;
};

}  // namespace likeness::ingest
