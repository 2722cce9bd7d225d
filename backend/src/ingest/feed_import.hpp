#pragma once

#include <optional>

#include "ingest/feed/archive_feed.hpp"
#include "ingest/feed/feed_stage.hpp"
#include "ingest/index/index_stage.hpp"
#include "ingest/normalize/normalize_stage.hpp"
#include "ports/catalog_store.hpp"
#include "ports/catalog_sweep.hpp"
#include "ports/import_store.hpp"
#include "ports/metrics.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

struct FeedImportOptions {
  std::size_t rows_per_batch = 500;
  int mass_delete_percent_max = 30;    ///< of a source's products may go without a question
  long mass_delete_products_min = 10;  ///< fewer may go whatever their share
  int preview_examples_max = 10;       ///< of each outcome of a dry run
};

/// Reads one import's feed: rows into the catalogue batch by batch, then the sweep of what the feed no longer names. It
/// may be interrupted anywhere and run again: rows are idempotent, and once all of them are applied only the sweep is
/// left. A dry run compares instead, and changes nothing.
class FeedImport {
 public:
  struct Parts {
    FeedStage& feed;
    ArchiveFeed::Parts archive;
    IndexStage& index;
    ObjectStore& objects;
    CatalogStore& catalog;
    CatalogSweep& sweep;
    ImportStore& imports;
    Metrics& metrics;
  };

  FeedImport(const Parts& parts, OrgId org, const Import& import, FeedImportOptions options);

  /// Leaves the import working, done (a dry run) or stopped with a question (false). Error{cancelled} where it was
  /// paused, cancelled or overtaken meanwhile; Error{invalid_argument} where the feed as a whole cannot be read.
  bool run();

 private:
  void read();
  bool read_rows();
  void tell_photos_missing();
  bool is_archive() const;
  void add(RawRow row);
  void add(ImportFault fault);
  void add(NormalizedRow row);
  /// Rows that the org's quotas have no room for are faults of the feed.
  void tell_left_out(const std::vector<UpsertedRows::LeftOut>& left_out);
  void write_full_batch();
  void write();
  /// False where the import stops to ask.
  bool sweep();
  std::optional<std::string> question(const SweepPlan& plan) const;

  const Parts& parts_;
  const OrgId org_;
  const Import& import_;
  const FeedImportOptions options_;
  NormalizeStage normalize_;
  std::vector<CatalogRow> rows_;
  std::vector<long> lines_;  ///< of rows_
  std::vector<ImportFault> faults_;
  std::vector<std::string> kept_ids_;
  ReadingProgress progress_;
  long rows_without_photo_ = 0;
};

}  // namespace likeness::ingest
