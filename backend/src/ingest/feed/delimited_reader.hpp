#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

struct FeedLimits {
  std::size_t row_bytes_max = 1u << 20;
  std::size_t columns_max = 300;
};

/// Reads TSV and CSV (RFC 4180 quoting in both) piece by piece: memory holds one row. The first row names the columns;
/// "Image Link" and "g:image_link" both become image_link. A row with more cells than columns, bytes that are not UTF-8
/// or a row over the limit is a fault, and the next row goes on.
class DelimitedReader {
 public:
  using OnRow = std::function<void(RawRow)>;
  using OnFault = std::function<void(ImportFault)>;

  /// `delimiter` is '\t' or ','; '\0' takes the one that is more frequent in the first line. The header must name every
  /// column of `required`.
  DelimitedReader(char delimiter, std::vector<std::string> required, FeedLimits limits, OnRow on_row, OnFault on_fault);
  ~DelimitedReader();

  /// Throws Error{invalid_argument} where the feed as a whole cannot be read: no header, or one
  /// that lacks a required column.
  void consume(std::span<const std::uint8_t> piece);
  void finish();

 private:
  struct Parser;

  void begin(std::string_view first_line);
  void parse_line(std::string_view line);
  /// Forgets the row that was begun.
  void start_afresh();
  void end_cell(std::string_view cell);
  void end_row();
  void take_header();

  char delimiter_;
  const std::vector<std::string> required_;
  const FeedLimits limits_;
  OnRow on_row_;
  OnFault on_fault_;
  std::unique_ptr<Parser> parser_;
  std::string pending_line_;
  bool skipping_line_ = false;
  long line_ = 0;
  long row_line_ = 1;
  std::size_t row_bytes_ = 0;
  bool header_taken_ = false;
  std::vector<std::string> columns_;
  std::vector<std::string> cells_;
};

}  // namespace likeness::ingest
