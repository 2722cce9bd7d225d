#include "domain/job.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace likeness {

std::string_view to_string(Stage stage) {
  switch (stage) {
    case Stage::feed:
      return "feed";
    case Stage::normalize:
      return "normalize";
    case Stage::download:
      return "download";
    case Stage::preprocess:
      return "preprocess";
    case Stage::detect:
      return "detect";
    case Stage::embed:
      return "embed";
    case Stage::index:
      return "index";
  }
  std::unreachable();
}

std::string_view to_string(Unit unit) {
  switch (unit) {
    case Unit::fetch:
      return "fetch";
    case Unit::understand:
      return "understand";
  }
  std::unreachable();
}

std::string_view to_string(JobKind kind) {
  switch (kind) {
    case JobKind::feed:
      return "feed";
    case JobKind::image:
      return "image";
    case JobKind::text:
      return "text";
  }
  std::unreachable();
}

std::string_view to_string(JobState state) {
  switch (state) {
    case JobState::waiting:
      return "waiting";
    case JobState::queued:
      return "queued";
    case JobState::running:
      return "running";
    case JobState::paused:
      return "paused";
    case JobState::done:
      return "done";
    case JobState::dead:
      return "dead";
  }
  std::unreachable();
}

std::optional<std::chrono::milliseconds> RetryPolicy::next_delay(ErrorKind kind, int tries,
                                                                 std::optional<std::chrono::milliseconds> retry_after,
                                                                 double chance) const {
  if (!is_retryable(kind) || tries >= tries_max) return std::nullopt;
  const auto doublings = std::min(std::max(tries - 1, 0), 20);
  const auto backoff = std::min(backoff_first * (1 << doublings), backoff_max);
  const auto shifted =
      std::min(backoff_max, std::chrono::milliseconds(std::llround(static_cast<double>(backoff.count()) *
                                                                   (1 + jitter_share * (2 * chance - 1)))));
  return retry_after ? std::max(shifted, std::min(*retry_after, retry_after_max)) : shifted;
}

}  // namespace likeness
