#pragma once

#include <string>

#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/feed_reader.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

/// What is known of a feed before it is read.
struct FeedDescription {
  std::string format = "auto";  ///< tsv | csv | xml | jsonl | shopify_csv | auto
  std::string filename = {};    ///< helps where the content shows no format
  ColumnMapping mapping = {};
  std::string currency = {};  ///< of prices that name none; ISO 4217
};

/// First stage: an uploaded feed becomes raw rows. Streams; memory does not grow with the feed.
class FeedStage {
 public:
  explicit FeedStage(FeedLimits limits) : limits_(limits) {}

  /// Calls back for every row and every fault, in the feed's order. False where the feed broke off in the middle, which
  /// is among the faults. Throws Error{invalid_argument} where the feed as a whole cannot be read.
  bool read(ObjectReader& feed, const FeedDescription& description, const FeedReader::OnRow& on_row,
            const FeedReader::OnFault& on_fault) const;

 private:
  FeedLimits limits_;
};

}  // namespace likeness::ingest
