#pragma once

#include "ingest/download/download_stage.hpp"
#include "ingest/feed_import.hpp"
#include "ingest/unit_of_work.hpp"
#include "ports/import_store.hpp"
#include "ports/job_store.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

/// First durable unit: feed -> normalize -> download. A feed job reads a whole feed; an image job fetches one photo.
class FetchUnit final : public UnitOfWork {
 public:
  struct Parts {
    FeedImport::Parts feed_import;
    DownloadStage& download;
    ImportStore& imports;
    JobStore& jobs;
    Metrics& metrics;
  };

  FetchUnit(Parts parts, FeedImportOptions feed_options) : parts_(parts), feed_options_(feed_options) {}
  Unit unit() const override { return Unit::fetch; }
  std::vector<std::optional<StageError>> run(std::span<const Job> jobs) override;

 private:
  std::optional<StageError> run_feed(const Job& job);
  /// What becomes of a feed job that an error ended.
  std::optional<StageError> give_up_feed(const Job& job, const Error& error);
  /// Downloads photos at once and completes each as soon as it is there; errors go into the slots of their jobs.
  void run_images(std::span<const Job> jobs, std::span<std::optional<StageError>* const> errors);
  std::optional<StageError> complete_image(const Job& job, DownloadStage::Outcome outcome);

  Parts parts_;
  FeedImportOptions feed_options_;
};

}  // namespace likeness::ingest
