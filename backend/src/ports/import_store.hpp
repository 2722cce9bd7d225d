#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"
#include "domain/job.hpp"
#include "domain/stage_progress.hpp"

namespace likeness {

struct ImportRequest {
  std::string source_name;  ///< the catalogue that the feed belongs to; rows of one source replace each other
  std::string filename;     ///< as the client called it, for people
  std::string format;       ///< tsv | csv | xml | jsonl | shopify_csv | zip | auto
  std::string object_key;   ///< the feed's bytes in the object store
  /// Column of the feed -> attribute ("Produktname" -> "title"); what is named here wins over what is recognised.
  /// Empty: the mapping that the source remembers.
  std::map<std::string, std::string> mapping = {};
  bool dry_run = false;              ///< say what would change, and change nothing
  bool full = true;                  ///< products that the feed no longer names are removed; false: a delta
  bool mass_delete_allowed = false;  ///< remove them even where they are more than the guard lets pass
  long bytes = 0;                    ///< of the feed; 0 where not known
};

/// One thing that was wrong in a feed. line 0 where no line is to blame.
struct ImportFault {
  long line = 0;
  std::string field;
  std::string value;
  std::string reason;
  bool row_kept = false;  ///< a hint: the row was taken all the same, or left out on purpose
};

/// What a dry run found: examples, of each outcome the first few by id. The counts are the import's own.
struct ImportPreview {
  struct Changed {
    std::string external_id;
    std::vector<std::string> fields;  ///< that differ
  };
  std::vector<std::string> created;
  std::vector<Changed> changed;
  std::vector<std::string> removed;
};

/// What an import is and how far it is. State: reading (the feed), working (on photos), done, failed; stopped: it asks
/// whether so much may be removed; paused, cancelled.
struct Import {
  ImportId id;
  SourceId source_id;
  ImportRequest request;
  std::string currency;  ///< of the org: what prices that name none are in
  std::string state;
  std::string failure;  ///< why the whole import failed
  std::string held_up;  ///< why work of it that is open was put off, as told last
  TimePoint created_at;
  std::optional<TimePoint> finished_at;
  long rows_read = 0;
  long rows_broken = 0;
  long products_created = 0;
  long products_changed = 0;
  long products_unchanged = 0;
  long products_removed = 0;
  long rows_unnamed = 0;      ///< rows so broken that not even their id could be read
  bool rows_applied = false;  ///< every row is in the catalogue; what is left of the reading is the sweep
  long images_total = 0;
  long images_waiting = 0;  ///< for upload by the client
  long images_fetching = 0;
  long images_understanding = 0;
  long images_done = 0;
  long images_dead = 0;
  long images_off_color = 0;  ///< photos that show none of the colours named for them; 0 until the import is done
  long texts_total = 0;
  long texts_done = 0;
  std::vector<StageProgress> stages;
  ImportPreview preview;  ///< of a dry run that is done
};

/// How far the reading of a feed is.
struct ReadingProgress {
  long rows_read = 0;
  long rows_broken = 0;
  long rows_unnamed = 0;
  long products_created = 0;
  long products_changed = 0;
  long bytes_read = 0;
};

struct DirectImport {
  ImportId id;
  SourceId source;
};

struct ImportPage {
  std::vector<Import> imports;
  std::optional<ImportId> next_after;
};

struct FaultPage {
  std::vector<ImportFault> faults;
  std::optional<std::string> next_after;  ///< opaque
};

/// A photo that the client is to upload: its path as the feed wrote it, and the hash of what the server has already.
struct WantedFile {
  std::string path;
  std::string content_sha256;
};

struct WantedPage {
  std::vector<WantedFile> files;
  std::optional<std::string> next_after;
};

/// Imports, their progress and their faults. Thread-safe; one transaction a call.
class ImportStore {
 public:
  virtual ~ImportStore() = default;

  /// Writes the import, its feed job and the wake-up in one transaction. A mapping that is not empty is remembered with
  /// the source from then on.
  virtual ImportId create(OrgId org, const ImportRequest& request) = 0;
  /// An import whose rows a request brings itself: it has no feed, and no job reads one. To be finished in the same
  /// unit of work, so that nobody sees it while it is reading; `request` has no object.
  virtual DirectImport begin_direct(OrgId org, const ImportRequest& request) = 0;
  /// After its last row; what is left are its photos and texts.
  virtual void finish_direct(OrgId org, ImportId id, const ReadingProgress& progress, long products_unchanged) = 0;
  /// Its request's mapping is the one that the source remembers.
  virtual Import import(OrgId org, ImportId id) = 0;
  /// Newest first, behind `before`, at most `limit`.
  virtual ImportPage imports(OrgId org, std::optional<ImportId> before, int limit) = 0;

  /// Sets the counts of the feed being read; idempotent, so a feed that is read again overwrites them.
  virtual void record_rows(OrgId org, ImportId id, const ReadingProgress& progress) = 0;
  /// Ids of broken rows: the products and variants that bear them are not missing from the feed.
  virtual void keep_ids(OrgId org, ImportId id, std::span<const std::string> external_ids) = 0;
  /// Every row is applied: counts products from what is stored, so that they hold however often the feed was read, and
  /// ends older imports of the source that are still reading where this one is of a full feed. Error{cancelled} where
  /// the import is no longer reading.
  virtual void finish_rows(OrgId org, ImportId id) = 0;
  /// Ends a dry run: counts what its preview_rows found and what would be removed; keeps `examples` of each.
  virtual void finish_preview(OrgId org, ImportId id, int examples) = 0;
  /// The import asks before it goes on; `question` says what to do.
  virtual void stop(OrgId org, ImportId id, const std::string& question) = 0;
  /// A feed job whose import is no longer reading: it waits with its import, or ends. Error{conflict} where another
  /// worker holds the job.
  virtual void put_feed_aside(const Job& job) = 0;

  /// Nothing more is taken on; what is being worked on is finished. Error{conflict} where the import is not under way.
  virtual void pause(OrgId org, ImportId id) = 0;
  /// Goes on with a paused or stopped import; a feed that was not read to its end is read again. A stopped one needs an
  /// answer: remove what is missing, or leave it. Error{conflict} where there is none, or nothing to resume.
  virtual void resume(OrgId org, ImportId id, std::optional<bool> mass_delete_allowed) = 0;
  /// Ends the import: rows stay applied, photos that are known stay as they are, others are given up and may be
  /// retried. Error{conflict} where the import is over.
  virtual void cancel(OrgId org, ImportId id) = 0;
  /// Puts aside, brings back or ends jobs of imports that were paused, resumed or cancelled, of whichever org, up to
  /// `limit`: pause, resume and cancel do so at once for small imports, this does the rest. As likeness_worker.
  virtual void settle(int limit) = 0;
  /// Adds faults; one (line, field, reason) is kept once however often it is reported.
  virtual void add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) = 0;
  /// After the last row, or with the reason why the feed as a whole could not be read.
  virtual void finish_reading(OrgId org, ImportId id, const std::string& failure) = 0;
  /// Feed faults first by line, then photos that were given up. `after` is the last page's next_after,
  /// empty for the first; Error{invalid_argument} where it is none.
  virtual FaultPage faults(OrgId org, ImportId id, const std::string& after, int limit) = 0;

  /// Photos still waiting for the client, in order of path, after `after`.
  virtual WantedPage wanted_files(OrgId org, ImportId id, const std::string& after, int limit) = 0;
  /// Photos of this import that wait under the path get these bytes: the image jobs go on to understand, in one
  /// transaction with the wake-up; where the hash equals what was understood before, they are done. Error{not_found}
  /// where no photo waits under the path.
  virtual void accept_file(OrgId org, ImportId id, const std::string& path, const std::string& content_sha256) = 0;
  /// The client has no such file: the photos that wait for it are given up with the reason.
  virtual void refuse_file(OrgId org, ImportId id, const std::string& path, const std::string& reason) = 0;
};

}  // namespace likeness
