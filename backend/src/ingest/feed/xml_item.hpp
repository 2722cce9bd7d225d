#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/feed/item_rows.hpp"

namespace likeness::ingest {

/// Gathers one <item> or <entry> from the events inside it.
class XmlItem {
 public:
  explicit XmlItem(long line) : line_(line) {}

  /// `attributes`: name, value, name, value …, ended by nullptr. `google_prefix`: bound to Google's namespace.
  void start_element(std::string_view name, const char** attributes, std::string_view google_prefix);
  void add_text(std::string_view text);
  void end_element();

  long line() const { return line_; }
  std::size_t bytes() const { return bytes_; }
  ItemRows::Fields take_fields();

 private:
  struct Field {
    std::string name;
    std::string text;
    bool is_google = false;
    std::vector<std::pair<std::string, std::string>> children;
  };

  void end_field();

  const long line_;
  std::size_t bytes_ = 0;
  int depth_ = 0;  ///< 1 inside a field, 2 inside its child …
  Field open_;
  std::vector<Field> fields_;
};

}  // namespace likeness::ingest
