#include "domain/stage_progress.hpp"

namespace likeness {
namespace {

std::optional<double> time_left_s(long left, double rate_per_s) {
  if (left <= 0) return 0.0;
  if (rate_per_s <= 0) return std::nullopt;
  return static_cast<double>(left) / rate_per_s;
}

double rate(long count, double seconds) { return seconds > 0 ? static_cast<double>(count) / seconds : 0; }

/// Rows: how long it takes is known from the bytes, not from the rows.
void add_reading(std::vector<StageProgress>& stages, const ImportCounts& counts) {
  const double rows_per_s = counts.rows_applied ? 0 : rate(counts.rows_read, counts.reading_seconds);
  std::optional<double> left_s;
  if (counts.rows_applied)
    left_s = 0;
  else if (counts.bytes_total > 0)
    left_s = time_left_s(counts.bytes_total - counts.bytes_read, rate(counts.bytes_read, counts.reading_seconds));
  stages.push_back({Stage::feed, counts.rows_read, counts.rows_read, 0, rows_per_s, left_s});
  stages.push_back({Stage::normalize, counts.rows_read, counts.rows_read - counts.rows_broken, counts.rows_broken,
                    rows_per_s, left_s});
}

}  // namespace

std::vector<StageProgress> stage_progress(const ImportCounts& counts) {
  const auto dead = [&](Stage stage) {
    const auto found = counts.dead.find(stage);
    return found == counts.dead.end() ? 0L : found->second;
  };
  std::vector<StageProgress> stages;
  add_reading(stages, counts);

  const long lost = dead(Stage::download);
  const double fetched_per_s = rate(counts.images_fetched, counts.working_seconds);
  const long to_fetch = counts.images_total - counts.images_fetched - lost;
  stages.push_back({Stage::download, counts.images_total, counts.images_fetched, lost, to_fetch > 0 ? fetched_per_s : 0,
                    time_left_s(to_fetch, fetched_per_s)});

  const double done_per_s = rate(counts.done_in_window, counts.window_seconds);
  long later = dead(Stage::detect) + dead(Stage::embed) + dead(Stage::index);
  long in = counts.images_fetched;
  for (const auto stage : {Stage::preprocess, Stage::detect, Stage::embed, Stage::index}) {
    const bool with_texts = stage >= Stage::embed;
    if (stage == Stage::embed) in += counts.texts_total;
    const long failed = dead(stage) + (stage == Stage::embed ? counts.texts_dead : 0);
    const long done = counts.images_done + later + (with_texts ? counts.texts_done : 0);
    const long left = in - done - failed;
    stages.push_back({stage, in, done, failed, left > 0 ? done_per_s : 0, time_left_s(left, done_per_s)});
    in = done;
    if (stage != Stage::index) later -= dead(static_cast<Stage>(static_cast<int>(stage) + 1));
  }
  return stages;
}

}  // namespace likeness
