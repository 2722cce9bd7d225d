#include "ingest/feed/record_assembler.hpp"

#include <algorithm>

namespace likeness::ingest {

void RecordAssembler::add_line(long number, std::string_view line) {
  pending_.push_back({number, std::string(line)});
  scan();
}

void RecordAssembler::finish() {
  while (inside_quotes_) {
    record_.quote_left_open = true;
    unquote();
    scan();
  }
}

void RecordAssembler::scan() {
  while (line_index_ < pending_.size()) {
    if (line_index_ == 0 && at_ == 0) record_.line = pending_.front().number;
    scan_line();
    if (inside_quotes_ && record_.text.size() > bytes_max_) {
      record_.quote_left_open = true;
      unquote();
    } else if (at_ == line().size()) {
      ++line_index_;
      at_ = 0;
      if (!inside_quotes_) end_record();
    }
  }
}

void RecordAssembler::scan_line() {
  if (inside_quotes_) return scan_inside_quotes();
  while (at_ < line().size()) {
    const auto start = line().find_first_not_of(' ', at_);
    if (start != std::string::npos && line()[start] == '"') {
      at_ = start;
      return open_quote();
    }
    const auto end = std::min(line().find(delimiter_, at_), line().size() - 1) + 1;
    record_.text.append(line(), at_, end - at_);
    at_ = end;
  }
}

void RecordAssembler::open_quote() {
  inside_quotes_ = true;
  quote_line_index_ = line_index_;
  quote_at_ = at_++;
  quote_record_size_ = record_.text.size();
  record_.text += '"';
  scan_inside_quotes();
}

void RecordAssembler::scan_inside_quotes() {
  while (true) {
    const auto mark = line().find('"', at_);
    const auto end = mark == std::string::npos ? line().size() : mark + 1;
    record_.text.append(line(), at_, end - at_);
    at_ = end;
    if (mark == std::string::npos) return;
    if (at_ < line().size() && line()[at_] == '"') {
      record_.text += '"';
      ++at_;
    } else if (ends_cell(at_)) {
      inside_quotes_ = false;
      const auto next = std::min(line().find(delimiter_, at_), line().size() - 1) + 1;
      record_.text.append(line(), at_, next - at_);
      at_ = next;
      return;
    } else {
      return unquote();
    }
  }
}

bool RecordAssembler::ends_cell(std::size_t at) const {
  const auto next = line().find_first_not_of(delimiter_ == ' ' ? "" : " ", at);
  return next == std::string::npos || line()[next] == delimiter_ || line()[next] == '\r' || line()[next] == '\n';
}

void RecordAssembler::unquote() {
  inside_quotes_ = false;
  line_index_ = quote_line_index_;
  at_ = quote_at_;
  record_.text.resize(quote_record_size_);
  const auto end = std::min(line().find(delimiter_, at_), line().find_last_not_of("\r\n") + 1);
  record_.text += '"';
  for (; at_ < end; ++at_) {
    if (line()[at_] == '"') record_.text += '"';
    record_.text += line()[at_];
  }
  record_.text += '"';
  const auto next = std::min(line().find(delimiter_, at_), line().size() - 1) + 1;
  if (at_ < line().size()) record_.text.append(line(), at_, next - at_);
  at_ = std::min(next, line().size());
}

void RecordAssembler::end_record() {
  on_record_(record_);
  record_ = {};
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(line_index_));
  line_index_ = 0;
}

}  // namespace likeness::ingest
