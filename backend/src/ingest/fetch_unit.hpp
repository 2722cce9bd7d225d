#pragma once

#include "ingest/download/download_stage.hpp"
#include "ingest/feed/feed_stage.hpp"
#include "ingest/index/index_stage.hpp"
#include "ingest/unit_of_work.hpp"
#include "ports/catalog_store.hpp"
#include "ports/import_store.hpp"
#include "ports/job_store.hpp"
#include "ports/metrics.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

/// First durable unit: feed -> normalize -> download. A feed job reads a whole feed; an image job fetches one photo.
class FetchUnit final : public UnitOfWork {
 public:
  struct Parts {
    FeedStage& feed;
    DownloadStage& download;
    IndexStage& index;
    ObjectStore& objects;
    CatalogStore& catalog;
    ImportStore& imports;
    JobStore& jobs;
    Metrics& metrics;
  };

  FetchUnit(Parts parts, int rows_per_batch) : parts_(parts), rows_per_batch_(rows_per_batch) {}
  Unit unit() const override { return Unit::fetch; }
  std::vector<std::optional<StageError>> run(std::span<const Job> jobs) override;

 private:
  std::optional<StageError> run_feed(const Job& job);
  /// Downloads photos at once and completes each as soon as it is there; errors go into the slots of their jobs.
  void run_images(std::span<const Job> jobs, std::span<std::optional<StageError>* const> errors);
  std::optional<StageError> complete_image(const Job& job, DownloadStage::Outcome outcome);

  Parts parts_;
  int rows_per_batch_;
};

}  // namespace likeness::ingest
