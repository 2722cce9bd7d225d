#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace likeness::ingest {

/// Puts the lines of a delimited feed together to records in which every quoted cell is well-formed (RFC 4180), which
/// may span lines. Many feeds, Google's own tab-separated ones first, do not quote at all, and their cells may well
/// begin with a quotation mark: `"Super" shoes`, `"open`. So a quotation mark at the start of a cell opens a quoted one
/// only where its partner is followed by a delimiter or the end of a line; where it has no such partner, be it on a
/// later line, it stands for itself and the record ends with its line. No row is swallowed by an open quotation mark.
class RecordAssembler {
 public:
  struct Record {
    long line = 0;  ///< on which it starts
    std::string text;
    bool quote_left_open = false;  ///< a quotation mark had no partner up to the limit or the end of the feed
  };
  using OnRecord = std::function<void(const Record&)>;

  RecordAssembler(char delimiter, std::size_t bytes_max, OnRecord on_record)
      : delimiter_(delimiter), bytes_max_(bytes_max), on_record_(std::move(on_record)) {}

  void add_line(long number, std::string_view line);
  /// Nothing that is still open can be closed any more.
  void finish();

 private:
  struct Line {
    long number;
    std::string text;
  };

  void scan();
  void scan_line();
  void scan_inside_quotes();
  void open_quote();
  /// Takes the quotation mark that was opened last for itself.
  void unquote();
  void end_record();
  bool ends_cell(std::size_t at) const;
  const std::string& line() const { return pending_[line_index_].text; }

  const char delimiter_;
  const std::size_t bytes_max_;
  OnRecord on_record_;
  std::deque<Line> pending_;    ///< lines of the record from its start, then lines not yet looked at
  std::size_t line_index_ = 0;  ///< the line being scanned, among pending_
  std::size_t at_ = 0;          ///< where on the line
  bool inside_quotes_ = false;
  Record record_;
  // Of the quotation mark that was opened last.
  std::size_t quote_line_index_ = 0;
  std::size_t quote_at_ = 0;
  std::size_t quote_record_size_ = 0;
};

}  // namespace likeness::ingest
