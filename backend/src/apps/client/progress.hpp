#pragma once

#include <string>

#include "base/clock.hpp"

namespace likeness::apps {

/// A progress line on standard error: redrawn in place on a terminal, else a new line every few seconds. Silent when
/// told so. Rate and time left come from what was done since it was made.
class Progress {
 public:
  explicit Progress(bool silent);
  ~Progress();

  void show(const std::string& what, long done, long total, const std::string& more = {});
  /// A line of its own, once however often it is said; an empty text lets the next be said again.
  void note(const std::string& text);
  /// Ends the line.
  void finish();

 private:
  const bool silent_;
  const bool terminal_;
  Stopwatch since_start_;
  Stopwatch since_line_;
  bool shown_ = false;
  bool open_line_ = false;
  long first_done_ = -1;
  std::string noted_;
};

}  // namespace likeness::apps
