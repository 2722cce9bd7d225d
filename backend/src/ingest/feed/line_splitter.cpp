#include "ingest/feed/line_splitter.hpp"

namespace likeness::ingest {

void LineSplitter::consume(std::string_view piece) {
  while (!piece.empty()) {
    const auto end = piece.find('\n');
    const auto part = piece.substr(0, end == std::string_view::npos ? piece.size() : end + 1);
    piece.remove_prefix(part.size());
    if (!skipping_) {
      // Of a line that is too long no more is kept than shows that it is, so that its start does not hang on the
      // pieces.
      line_ += part.substr(0, bytes_max_ + 1 - std::min(line_.size(), bytes_max_ + 1));
      if (line_.size() > bytes_max_) {
        on_overlong_(number_, line_);
        skipping_ = true;
      }
    }
    if (end != std::string_view::npos) end_line();
  }
}

void LineSplitter::finish() {
  if (skipping_ || !line_.empty()) end_line();
}

void LineSplitter::end_line() {
  if (!skipping_) on_line_(number_, line_);
  line_.clear();
  skipping_ = false;
  ++number_;
}

}  // namespace likeness::ingest
