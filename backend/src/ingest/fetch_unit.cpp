#include "ingest/fetch_unit.hpp"

#include <algorithm>
#include <iterator>

#include "base/log.hpp"
#include "ingest/normalize/normalize_stage.hpp"
#include "ingest/stage_timer.hpp"

namespace likeness::ingest {
namespace {

/// Gathers rows and faults of one feed and writes them batch by batch.
class FeedImport {
 public:
  FeedImport(FetchUnit::Parts& parts, const Job& job, const Import& import, std::size_t rows_per_batch)
      : parts_(parts),
        org_(job.org_id),
        import_(import.id),
        source_(import.source_id),
        rows_per_batch_(rows_per_batch),
        normalize_(import.currency, [this](NormalizedRow row) { add(std::move(row)); }) {}

  void add(RawRow raw) {
    ++rows_read_;
    normalize_.add(std::move(raw));
  }

  void add(ImportFault fault) {
    if (!fault.row_kept) ++rows_read_, ++rows_broken_;
    faults_.push_back(std::move(fault));
    write_if_full();
  }

  void finish() {
    normalize_.finish();
    write();
  }

 private:
  void add(NormalizedRow row) {
    if (row.rows.empty()) ++rows_broken_;
    std::ranges::move(row.rows, std::back_inserter(rows_));
    std::ranges::move(row.faults, std::back_inserter(faults_));
    write_if_full();
  }

  void write_if_full() {
    if (rows_.size() + faults_.size() >= rows_per_batch_) write();
  }

  void write() {
    if (!faults_.empty()) parts_.imports.add_faults(org_, import_, faults_);
    if (!rows_.empty()) {
      StageTimer timer(parts_.metrics, Stage::normalize, rows_.size());
      const auto written = parts_.catalog.upsert_rows(org_, source_, import_, rows_);
      products_created_ += written.products_created;
      products_changed_ += written.products_changed;
      parts_.index.refresh_columns(org_, written.touched);
    }
    parts_.imports.record_rows(org_, import_, rows_read_, rows_broken_, products_created_, products_changed_);
    rows_.clear();
    faults_.clear();
  }

  FetchUnit::Parts& parts_;
  OrgId org_;
  ImportId import_;
  SourceId source_;
  std::size_t rows_per_batch_;
  NormalizeStage normalize_;
  std::vector<CatalogRow> rows_;
  std::vector<ImportFault> faults_;
  long rows_read_ = 0;
  long rows_broken_ = 0;
  long products_created_ = 0;
  long products_changed_ = 0;
};

}  // namespace

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
  try {
    const auto import = parts_.imports.import(job.org_id, *job.import_id);
    StageTimer timer(parts_.metrics, Stage::feed, 1);
    FeedImport feed(parts_, job, import, static_cast<std::size_t>(rows_per_batch_));
    const auto reader = parts_.objects.reader(job.org_id, import.request.object_key);
    const FeedDescription description{import.request.format, import.request.filename, import.request.mapping,
                                      import.currency};
    parts_.feed.read(
        *reader, description, [&feed](RawRow row) { feed.add(std::move(row)); },
        [&feed](ImportFault fault) { feed.add(std::move(fault)); });
    feed.finish();
    parts_.index.remove(job.org_id, parts_.catalog.remove_unnamed_images(job.org_id, import.id));
    parts_.imports.finish_reading(job.org_id, import.id, "");
    parts_.jobs.complete_feed(job);
    return std::nullopt;
  } catch (const Error& error) {
    if (!is_retryable(error.kind()) && error.kind() != ErrorKind::conflict)
      parts_.imports.finish_reading(job.org_id, *job.import_id, error.message());
    return StageError::thrown(Stage::feed, error);
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
