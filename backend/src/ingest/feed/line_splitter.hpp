#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace likeness::ingest {

/// Cuts a stream of text into lines and numbers them from 1. Memory holds one line.
class LineSplitter {
 public:
  /// A line with its line break; the last one of a feed may have none.
  using OnLine = std::function<void(long number, std::string_view line)>;
  /// A line that was too long, by its start; the line itself is skipped.
  using OnOverlong = std::function<void(long number, std::string_view start)>;

  LineSplitter(std::size_t bytes_max, OnLine on_line, OnOverlong on_overlong)
      : bytes_max_(bytes_max), on_line_(std::move(on_line)), on_overlong_(std::move(on_overlong)) {}

  void consume(std::string_view piece);
  void finish();

 private:
  void end_line();

  const std::size_t bytes_max_;
  OnLine on_line_;
  OnOverlong on_overlong_;
  std::string line_;
  long number_ = 1;
  bool skipping_ = false;
};

}  // namespace likeness::ingest
