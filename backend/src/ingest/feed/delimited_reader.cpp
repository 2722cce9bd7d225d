#include "ingest/feed/delimited_reader.hpp"

#include <csv.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/delimiter.hpp"
#include "ingest/feed/text_faults.hpp"

namespace likeness::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kFirstLines = 12;
constexpr std::size_t kFirstLinesBytes = 256 * 1024;

}  // namespace

struct DelimitedReader::Parser {
  csv_parser state;
  ~Parser() { csv_free(&state); }
};

DelimitedReader::DelimitedReader(char delimiter, NameColumns name_columns, FeedLimits limits, OnRow on_row,
                                 OnFault on_fault)
    : delimiter_(delimiter),
      name_columns_(std::move(name_columns)),
      limits_(limits),
      on_row_(std::move(on_row)),
      on_fault_(std::move(on_fault)),
      lines_(
          limits.row_bytes_max, [this](long number, std::string_view line) { take_line(number, line); },
          [this](long number, std::string_view start) { take_overlong_line(number, start); }) {}

DelimitedReader::~DelimitedReader() = default;

void DelimitedReader::consume(std::span<const std::uint8_t> piece) {
  lines_.consume({reinterpret_cast<const char*>(piece.data()), piece.size()});
}

bool DelimitedReader::finish() {
  lines_.finish();
  if (records_ == nullptr && first_lines_.empty())
    throw Error(ErrorKind::invalid_argument, "the feed is empty: its first line must name the columns");
  if (records_ == nullptr) begin();
  records_->finish();
  if (!header_taken_) throw Error(ErrorKind::invalid_argument, "the feed has no line that names the columns");
  return true;
}

void DelimitedReader::take_line(long number, std::string_view line) {
  if (number == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (line.empty()) return;
  if (records_ != nullptr) return records_->add_line(number, line);
  first_lines_.emplace_back(number, line);
  first_lines_bytes_ += line.size();
  if (first_lines_.size() == kFirstLines || first_lines_bytes_ > kFirstLinesBytes) begin();
}

void DelimitedReader::take_overlong_line(long number, std::string_view start) {
  if (records_ == nullptr) begin();
  records_->finish();
  on_fault_({number, "", std::string(valid_start(start, 60)),
             "the line is longer than " + std::to_string(limits_.row_bytes_max) + " bytes"});
}

void DelimitedReader::begin() {
  if (delimiter_ == '\0') {
    std::vector<std::string_view> lines;
    for (const auto& [number, line] : first_lines_) lines.push_back(line);
    delimiter_ = likely_delimiter(lines);
  }
  records_ = std::make_unique<RecordAssembler>(delimiter_, limits_.row_bytes_max,
                                               [this](const RecordAssembler::Record& record) { take_record(record); });
  parser_ = std::make_unique<Parser>();
  if (csv_init(&parser_->state, 0) != 0) throw Error(ErrorKind::internal, "the feed reader could not be set up");
  csv_set_delim(&parser_->state, static_cast<unsigned char>(delimiter_));
  // libcsv takes tabs for white space around a cell by default, which would eat empty cells of a TSV.
  csv_set_space_func(&parser_->state, [](unsigned char c) { return c == ' ' ? 1 : 0; });
  for (const auto& [number, line] : first_lines_) records_->add_line(number, line);
  first_lines_.clear();
}

void DelimitedReader::take_record(const RecordAssembler::Record& record) {
  row_line_ = record.line;
  if (record.quote_left_open)
    on_fault_({record.line, "", "", "a quotation mark is left open: it is taken for itself, and the row ends its line",
               /*row_kept=*/true});
  const auto end_cell = [](void* cell, std::size_t size, void* self) {
    static_cast<DelimitedReader*>(self)->cells_.emplace_back(trim({static_cast<const char*>(cell), size}));
  };
  const auto end_row = [](int, void* self) { static_cast<DelimitedReader*>(self)->end_row(); };
  csv_parse(&parser_->state, record.text.data(), record.text.size(), end_cell, end_row, this);
  csv_fini(&parser_->state, end_cell, end_row, this);
}

void DelimitedReader::end_row() {
  RawRow row{row_line_, {}};
  std::vector<std::string> cells;
  cells.swap(cells_);
  if (std::ranges::all_of(cells, &std::string::empty)) return;
  if (!header_taken_) {
    cells_ = std::move(cells);
    return take_header();
  }
  while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();
  if (cells.size() > columns_.size()) {
    on_fault_({row.line, "", std::string(valid_start(cells.front(), 60)),
               "the row has " + std::to_string(cells.size()) + " cells, the header names " +
                   std::to_string(columns_.size())});
    return;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty() || columns_[i].empty()) continue;
    if (const auto reason = text_fault(cells[i])) return on_fault_({row.line, columns_[i], "", *reason});
    row.values[columns_[i]].push_back(std::move(cells[i]));
  }
  on_row_(std::move(row));
}

void DelimitedReader::take_header() {
  header_taken_ = true;
  auto header = std::move(cells_);
  cells_.clear();
  if (header.size() > limits_.columns_max)
    throw Error(ErrorKind::invalid_argument, "the feed has " + std::to_string(header.size()) + " columns; at most " +
                                                 std::to_string(limits_.columns_max) + " are taken");
  for (auto& cell : header)
    if (text_fault(cell)) cell = std::string(valid_start(cell, cell.size()));
  columns_ = name_columns_(header);
}

}  // namespace likeness::ingest
