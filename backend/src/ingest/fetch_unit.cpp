#include "ingest/fetch_unit.hpp"

#include "ingest/stage_timer.hpp"

namespace likeness::ingest {
std::vector<std::optional<StageError>> FetchUnit::run(std::span<const Job> jobs) {
  std::vector<std::optional<StageError>> errors;
  for (const auto& job : jobs) errors.push_back(job.kind == JobKind::feed ? run_feed(job) : run_image(job));
  return errors;
}

std::optional<StageError> FetchUnit::run_feed(const Job& job) {
  try {
    const auto import = parts_.imports.import(job.org_id, *job.import_id);
    if (FeedImport(parts_.feed_import, job.org_id, import, feed_options_).run())
      parts_.jobs.complete_feed(job);
    else
      parts_.imports.put_feed_aside(job);
    return std::nullopt;
  } catch (const Error& error) {
    return give_up_feed(job, error);
  }
}

std::optional<StageError> FetchUnit::give_up_feed(const Job& job, const Error& error) {
  try {
    if (error.kind() == ErrorKind::cancelled) {
      parts_.imports.put_feed_aside(job);
      return std::nullopt;
    }
    if (!is_retryable(error.kind()) && error.kind() != ErrorKind::conflict)
      parts_.imports.finish_reading(job.org_id, *job.import_id, error.message());
    return StageError{Stage::feed, error};
  } catch (const Error& second) {
    return StageError{Stage::feed, second};
  }
}

std::optional<StageError> FetchUnit::run_image(const Job& job) {
  try {
    const auto details = parts_.jobs.image_details(job);
    StageTimer timer(parts_.metrics, Stage::download, 1);
    const ImageToDownload image{job.org_id, details.location};
    const auto result = parts_.download.run({&image, 1});
    if (!result.front()) return StageError{Stage::download, result.front().error()};
    parts_.jobs.complete_fetch(job, *result.front());
    return std::nullopt;
  } catch (const Error& error) {
    return StageError{Stage::download, error};
  }
}

}  // namespace likeness::ingest
