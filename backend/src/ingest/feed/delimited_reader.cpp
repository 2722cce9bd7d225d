#include "ingest/feed/delimited_reader.hpp"

#include <csv.h>

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// csv_parser::pstate; libcsv keeps the names to itself.
constexpr int kRowNotBegun = 0;
constexpr int kFieldBegun = 2;

/// "Image Link", "g:image_link" and "image link" are all image_link.
std::string canonical_name(std::string_view name) {
  std::string canonical = to_lower(trim(name));
  if (canonical.starts_with("g:")) canonical.erase(0, 2);
  for (char& c : canonical)
    if (c == ' ' || c == '-') c = '_';
  return canonical;
}

}  // namespace

struct DelimitedReader::Parser {
  csv_parser state;
  ~Parser() { csv_free(&state); }
};

DelimitedReader::DelimitedReader(char delimiter, std::vector<std::string> required, FeedLimits limits, OnRow on_row,
                                 OnFault on_fault)
    : delimiter_(delimiter),
      required_(std::move(required)),
      limits_(limits),
      on_row_(std::move(on_row)),
      on_fault_(std::move(on_fault)) {}

DelimitedReader::~DelimitedReader() = default;

void DelimitedReader::begin(std::string_view first_line) {
  if (delimiter_ == '\0')
    delimiter_ = std::ranges::count(first_line, '\t') >= std::ranges::count(first_line, ',') ? '\t' : ',';
  parser_ = std::make_unique<Parser>();
  if (csv_init(&parser_->state, 0) != 0) throw Error(ErrorKind::internal, "the feed reader could not be set up");
  csv_set_delim(&parser_->state, static_cast<unsigned char>(delimiter_));
  // libcsv takes tabs for white space around a cell by default, which would eat empty cells of a TSV.
  csv_set_space_func(&parser_->state, [](unsigned char c) { return c == ' ' ? 1 : 0; });
}

void DelimitedReader::consume(std::span<const std::uint8_t> piece) {
  std::string_view rest(reinterpret_cast<const char*>(piece.data()), piece.size());
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const auto part = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
    if (!skipping_line_) pending_line_ += part;
    rest.remove_prefix(part.size());
    if (pending_line_.size() > limits_.row_bytes_max) {
      on_fault_({line_ + 1, "", std::string(valid_start(pending_line_, 60)),
                 "the line is longer than " + std::to_string(limits_.row_bytes_max) + " bytes"});
      pending_line_.clear();
      skipping_line_ = true;
      if (parser_ != nullptr) start_afresh();
    }
    if (end == std::string_view::npos) return;
    if (skipping_line_)
      ++line_, skipping_line_ = false, row_line_ = line_ + 1;
    else
      parse_line(pending_line_);
    pending_line_.clear();
  }
}

void DelimitedReader::finish() {
  if (!pending_line_.empty()) parse_line(pending_line_);
  pending_line_.clear();
  if (parser_ == nullptr)
    throw Error(ErrorKind::invalid_argument, "the feed is empty: its first line must name the columns");
  if (parser_->state.quoted != 0 && parser_->state.pstate == kFieldBegun) {
    on_fault_({row_line_, "", "", "a quotation mark is left open: nothing is read from here to the end of the feed"});
    start_afresh();
  }
  csv_fini(
      &parser_->state,
      [](void* cell, size_t size, void* self) {
        static_cast<DelimitedReader*>(self)->end_cell({static_cast<const char*>(cell), size});
      },
      [](int, void* self) { static_cast<DelimitedReader*>(self)->end_row(); }, this);
  if (!header_taken_) throw Error(ErrorKind::invalid_argument, "the feed has no line that names the columns");
}

void DelimitedReader::parse_line(std::string_view line) {
  ++line_;
  if (parser_ == nullptr) {
    if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    begin(line);
  }
  if (parser_->state.pstate == kRowNotBegun) row_line_ = line_, row_bytes_ = 0;  // blank lines end no row
  row_bytes_ += line.size();
  csv_parse(
      &parser_->state, line.data(), line.size(),
      [](void* cell, size_t size, void* self) {
        static_cast<DelimitedReader*>(self)->end_cell({static_cast<const char*>(cell), size});
      },
      [](int, void* self) { static_cast<DelimitedReader*>(self)->end_row(); }, this);
  if (row_bytes_ > limits_.row_bytes_max) {
    // A quote that is never closed would swallow the rest of the feed: start afresh with the next line.
    on_fault_(
        {row_line_, "", "",
         "the row is longer than " + std::to_string(limits_.row_bytes_max) + " bytes: is a quotation mark left open?"});
    start_afresh();
  }
}

void DelimitedReader::start_afresh() {
  parser_.reset();
  begin({});
  cells_.clear();
  row_bytes_ = 0;
  row_line_ = line_ + 1;
}

void DelimitedReader::end_cell(std::string_view cell) { cells_.emplace_back(trim(cell)); }

void DelimitedReader::end_row() {
  RawRow row{row_line_, {}};
  row_line_ = line_ + 1;
  row_bytes_ = 0;
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
    if (cells[i].empty()) continue;
    if (!is_valid_utf8(cells[i])) {
      on_fault_({row.line, columns_[i], "", "the value is not UTF-8 text"});
      return;
    }
    if (cells[i].find('\0') != std::string::npos) {
      on_fault_({row.line, columns_[i], "", "the value holds a zero byte"});
      return;
    }
    row.values.insert_or_assign(columns_[i], std::move(cells[i]));
  }
  on_row_(std::move(row));
}

void DelimitedReader::take_header() {
  for (const auto& cell : cells_) columns_.push_back(canonical_name(cell));
  cells_.clear();
  header_taken_ = true;
  if (columns_.size() > limits_.columns_max)
    throw Error(ErrorKind::invalid_argument, "the feed has " + std::to_string(columns_.size()) + " columns; at most " +
                                                 std::to_string(limits_.columns_max) + " are taken");
  for (const auto& required : required_) {
    if (std::ranges::find(columns_, required) != columns_.end()) continue;
    throw Error(ErrorKind::invalid_argument, "the feed has no column \"" + required + "\"; its first line names: " +
                                                 std::string(valid_start(join(columns_, ", "), 200)));
  }
}

}  // namespace likeness::ingest
