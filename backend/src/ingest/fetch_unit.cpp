#include "ingest/fetch_unit.hpp"

#include "base/trace.hpp"
#include "ingest/stage_timer.hpp"

namespace likeness::ingest {

std::vector<std::optional<StageError>> FetchUnit::run(std::span<const Job> jobs) {
  std::vector<std::optional<StageError>> errors(jobs.size());
  std::vector<Job> images;
  std::vector<std::optional<StageError>*> image_errors;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (jobs[i].kind == JobKind::feed) continue;
    images.push_back(jobs[i]);
    image_errors.push_back(&errors[i]);
  }
  run_images(images, image_errors);
  for (std::size_t i = 0; i < jobs.size(); ++i)
    if (jobs[i].kind == JobKind::feed) errors[i] = run_feed(jobs[i]);
  return errors;
}

std::optional<StageError> FetchUnit::run_feed(const Job& job) {
  const TraceScope trace(job.traceparent);
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
    return StageError::thrown(Stage::feed, error);
  } catch (const Error& second) {
    return StageError::thrown(Stage::feed, second);
  }
}

void FetchUnit::run_images(std::span<const Job> jobs, std::span<std::optional<StageError>* const> errors) {
  std::vector<ImageToDownload> batch;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    try {
      auto details = parts_.jobs.image_details(jobs[i]);
      batch.push_back({jobs[i].org_id, std::move(details.location), std::move(details.content_sha256),
                       std::move(details.validators)});
      places.push_back(i);
    } catch (const Error& error) {
      *errors[i] = StageError::thrown(Stage::download, error);
    }
  }
  std::vector<std::optional<StageTimer>> timers(batch.size());
  for (auto& timer : timers) timer.emplace(parts_.metrics, Stage::download, 1);
  parts_.download.run(batch, [&](std::size_t index, DownloadStage::Outcome outcome) {
    const auto place = places[index];
    const TraceScope trace(jobs[place].traceparent);
    *errors[place] = complete_image(jobs[place], std::move(outcome));
    if (*errors[place]) timers[index]->failed();
    timers[index].reset();
  });
}

std::optional<StageError> FetchUnit::complete_image(const Job& job, DownloadStage::Outcome outcome) {
  try {
    if (outcome) {
      parts_.jobs.complete_fetch(job, outcome->content_sha256, outcome->validators);
      return std::nullopt;
    }
    auto& failure = outcome.error();
    if (failure.attempted || !failure.retry_after)
      return StageError{Stage::download, std::move(failure.error), failure.retry_after, failure.ours};
    parts_.metrics.increment("likeness_downloads_postponed_total", {});
    parts_.jobs.release(job, Stage::download, failure.error, *failure.retry_after);
    return std::nullopt;
  } catch (const Error& error) {
    return StageError::thrown(Stage::download, error);
  }
}

}  // namespace likeness::ingest
