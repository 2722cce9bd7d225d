#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/feed/feed_reader.hpp"
#include "ingest/feed/line_splitter.hpp"
#include "ingest/feed/record_assembler.hpp"

namespace likeness::ingest {

/// Reads TSV and CSV in UTF-8; for quotation marks see RecordAssembler. The first row names the columns. A row with
/// more cells than columns, bytes that are not UTF-8 or a line over the limit is a fault, and the next row goes on.
class DelimitedReader final : public FeedReader {
 public:
  /// Given the cells of the first row, says what each column is called in rows; "" for one that is left out. May throw
  /// Error{invalid_argument} where a column is missing.
  using NameColumns = std::function<std::vector<std::string>(const std::vector<std::string>& header)>;

  /// `delimiter` is one of tab , ; |; '\0' takes the one that cuts the first lines most alike.
  DelimitedReader(char delimiter, NameColumns name_columns, FeedLimits limits, OnRow on_row, OnFault on_fault);
  ~DelimitedReader() override;

  void consume(std::span<const std::uint8_t> piece) override;
  bool finish() override;

 private:
  struct Parser;

  void take_line(long number, std::string_view line);
  void take_overlong_line(long number, std::string_view start);
  /// Chooses the delimiter and reads the lines that were held back for it.
  void begin();
  void take_record(const RecordAssembler::Record& record);
  void end_row();
  void take_header();

  char delimiter_;
  NameColumns name_columns_;
  const FeedLimits limits_;
  OnRow on_row_;
  OnFault on_fault_;
  LineSplitter lines_;
  std::vector<std::pair<long, std::string>> first_lines_;
  std::size_t first_lines_bytes_ = 0;
  std::unique_ptr<RecordAssembler> records_;
  std::unique_ptr<Parser> parser_;
  long row_line_ = 1;
  bool header_taken_ = false;
  std::vector<std::string> columns_;
  std::vector<std::string> cells_;
};

}  // namespace likeness::ingest
