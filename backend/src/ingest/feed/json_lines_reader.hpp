#pragma once

#include "ingest/feed/feed_reader.hpp"
#include "ingest/feed/item_rows.hpp"
#include "ingest/feed/line_splitter.hpp"

namespace likeness::ingest {

/// Reads JSON Lines in UTF-8: an object on each line, its members named as Google names attributes, with underscores or
/// in camelCase. A list holds several values; an object with a value or amount (or amountMicros) and a currency is a
/// price; other objects are left out. An array of objects is read as well where each line holds whole ones.
class JsonLinesReader final : public FeedReader {
 public:
  JsonLinesReader(AttributeNames names, FeedLimits limits, OnRow on_row, OnFault on_fault);

  void consume(std::span<const std::uint8_t> piece) override;
  bool finish() override;

 private:
  void take_line(long number, std::string_view line);

  ItemRows rows_;
  OnRow on_row_;
  OnFault on_fault_;
  LineSplitter lines_;
  bool any_ = false;
};

}  // namespace likeness::ingest
