#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

struct FeedLimits {
  std::size_t row_bytes_max = 1u << 20;  ///< of a line, an XML item, a product of a Shopify feed
  std::size_t columns_max = 300;
};

/// Turns the bytes of a feed into rows, piece by piece; how the bytes are cut into pieces makes no difference. Memory
/// holds one item, however long the feed. What is wrong with a row is reported, and the next one goes on.
class FeedReader {
 public:
  using OnRow = std::function<void(RawRow)>;
  using OnFault = std::function<void(ImportFault)>;

  virtual ~FeedReader() = default;
  /// Throws Error{invalid_argument} where the feed as a whole cannot be read.
  virtual void consume(std::span<const std::uint8_t> piece) = 0;
  /// After the last piece. False where the feed broke off in the middle, which has been reported as a fault: rows that
  /// it did not come to may still be in it.
  virtual bool finish() = 0;
};

}  // namespace likeness::ingest
