#pragma once

#include <functional>
#include <string>

#include "ingest/feed/delimited_reader.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

/// First stage: an uploaded feed becomes raw rows. Streams; memory does not grow with the feed.
class FeedStage {
 public:
  explicit FeedStage(FeedLimits limits) : limits_(limits) {}

  /// Calls back for every row and every fault, in the feed's order. `format` is tsv, csv or auto. Throws
  /// Error{invalid_argument} where the feed as a whole cannot be read.
  void read(ObjectReader& feed, const std::string& format, const DelimitedReader::OnRow& on_row,
            const DelimitedReader::OnFault& on_fault) const;

 private:
  FeedLimits limits_;
};

}  // namespace likeness::ingest
