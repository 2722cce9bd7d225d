#include "apps/client/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace likeness::apps {
namespace {

constexpr int kBarWidth = 28;
constexpr double kRedrawSeconds = 0.1;
constexpr double kLineSeconds = 5;

std::string duration(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  return whole < 60 ? fmt::format("{} s", whole) : fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool silent) : silent_(silent), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { finish(); }

void Progress::show(const std::string& what, long done, long total, const std::string& more) {
  if (silent_) return;
  if (first_done_ < 0) first_done_ = done;
  const bool complete = total > 0 && done >= total;
  if (shown_ && !complete && since_line_.seconds() < (terminal_ ? kRedrawSeconds : kLineSeconds)) return;
  shown_ = true;
  since_line_ = Stopwatch();
  const double rate = static_cast<double>(done - first_done_) / std::max(since_start_.seconds(), 0.001);
  std::string line = fmt::format("{} {}/{}", what, done, total);
  if (rate > 0) line += fmt::format("  {:.1f}/s", rate);
  if (rate > 0 && !complete) line += "  " + duration(static_cast<double>(total - done) / rate) + " left";
  if (!more.empty()) line += "  " + more;
  if (!terminal_) {
    fmt::print(stderr, "{}\n", line);
    return;
  }
  const auto filled = total > 0 ? static_cast<int>(kBarWidth * std::min(done, total) / total) : 0;
  std::string bar;
  for (int i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
  fmt::print(stderr, "\r{} {}\033[K", bar, line);
  std::fflush(stderr);
  open_line_ = true;
}

void Progress::note(const std::string& text) {
  if (silent_ || text == noted_) return;
  noted_ = text;
  if (text.empty()) return;
  finish();
  fmt::print(stderr, "{}\n", text);
}

void Progress::finish() {
  if (open_line_) fmt::print(stderr, "\n");
  open_line_ = false;
}

}  // namespace likeness::apps
