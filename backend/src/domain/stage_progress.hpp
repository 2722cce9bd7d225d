#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/job.hpp"

namespace likeness {

/// What is counted of an import, from which the progress of its stages follows.
struct ImportCounts {
  long rows_read = 0;
  long rows_broken = 0;
  long bytes_read = 0;
  long bytes_total = 0;        ///< 0: not known
  double reading_seconds = 0;  ///< until now, or until the feed was read
  bool rows_applied = false;
  long images_total = 0;
  long images_fetched = 0;  ///< are through with download
  long images_done = 0;
  long texts_total = 0;
  long texts_done = 0;
  long texts_dead = 0;
  std::map<Stage, long> dead;  ///< photos that were given up, by the stage that failed
  double working_seconds = 0;  ///< since the import began
  double window_seconds = 0;   ///< in which the next one was counted
  long done_in_window = 0;     ///< photos and texts
};

/// One stage of an import: rows for feed and normalize, photos from there on, photos and texts for embed and index.
struct StageProgress {
  Stage stage = Stage::feed;
  long in = 0;      ///< have reached the stage so far
  long done = 0;    ///< have left it well
  long failed = 0;  ///< ended in it
  double rate_per_s = 0;
  std::optional<double> eta_s;  ///< until what is known of is through; nullopt where nothing moves
};

/// All seven stages, in order. The four stages of understand are one durable unit: what is in the unit counts as being
/// in the first of them.
std::vector<StageProgress> stage_progress(const ImportCounts& counts);

}  // namespace likeness
