#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ingest/download/original_store.hpp"
#include "ingest/feed/feed_stage.hpp"
#include "ports/archive_walker.hpp"
#include "ports/import_store.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

/// Whether an upload's first bytes are a ZIP archive's.
bool is_zip(std::span<const std::uint8_t> first_bytes);

/// An uploaded ZIP archive: one feed with the photos beside it, or photos alone, whose names become titles and whose
/// folders become categories. Walked as often as needed; nothing is unpacked to disk, and memory holds one photo.
class ArchiveFeed {
 public:
  struct Parts {
    ArchiveWalker& walker;
    ObjectStore& objects;
    FeedStage& feed;
    OriginalStore& originals;
    ImportStore& imports;
    Metrics& metrics;
    std::size_t photo_bytes_max = 20u << 20;
  };

  ArchiveFeed(const Parts& parts, OrgId org, const Import& import) : parts_(parts), org_(org), import_(import) {}

  /// As FeedStage::read. Error{invalid_argument} where the archive holds several feeds, or neither feed nor photos.
  bool read(const FeedReader::OnRow& on_row, const FeedReader::OnFault& on_fault);
  /// Gives the photos of the archive to those of the import that wait for them, and gives up those that it does not
  /// hold. May be repeated. `go_on` is called now and then and may throw.
  void take_photos(const std::function<void()>& go_on);

 private:
  void walk(const std::function<void(const ArchiveEntry&)>& visit);
  /// Path of the feed; empty where there are photos alone. Walks the archive the first time.
  const std::string& find_feed();
  void name_photos(const FeedReader::OnRow& on_row);
  void take_photo(const std::string& path, ObjectReader& bytes);
  void refuse_missing();

  const Parts& parts_;
  const OrgId org_;
  const Import& import_;
  std::optional<std::string> feed_;  ///< once it was looked for
};

}  // namespace likeness::ingest
