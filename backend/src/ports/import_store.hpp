#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

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
};

/// One thing that was wrong in a feed. line 0 where no line is to blame.
struct ImportFault {
  long line = 0;
  std::string field;
  std::string value;
  std::string reason;
};

/// What an import is and how far it is. State: reading (the feed), working (on photos), done, failed.
struct Import {
  ImportId id;
  SourceId source_id;
  ImportRequest request;
  std::string state;
  std::string failure;  ///< why the whole import failed
  TimePoint created_at;
  std::optional<TimePoint> finished_at;
  long rows_read = 0;
  long rows_broken = 0;
  long products_created = 0;
  long products_changed = 0;
  long images_total = 0;
  long images_waiting = 0;  ///< for upload by the client
  long images_fetching = 0;
  long images_understanding = 0;
  long images_done = 0;
  long images_dead = 0;
  long images_off_color = 0;  ///< photos that show none of the colours named for them; 0 until the import is done
  long texts_total = 0;
  long texts_done = 0;
};

struct FaultPage {
  std::vector<ImportFault> faults;
  std::optional<long> next_after;
};

/// A photo that the client is to upload: its path as the feed wrote it, and the hash of what the server has already.
struct WantedFile {
  std::string path;
  std::string content_sha256;
};

/// Imports, their progress and their faults. Thread-safe; one transaction a call.
class ImportStore {
 public:
  virtual ~ImportStore() = default;

  /// Writes the import, its feed job and the wake-up in one transaction.
  virtual ImportId create(OrgId org, const ImportRequest& request) = 0;
  virtual Import import(OrgId org, ImportId id) = 0;
  /// Newest first, at most `limit`.
  virtual std::vector<Import> imports(OrgId org, int limit) = 0;

  /// Sets the counts of the feed being read; idempotent, so a feed that is read again overwrites them.
  virtual void record_rows(OrgId org, ImportId id, long rows_read, long rows_broken, long products_created,
                           long products_changed) = 0;
  /// Adds faults; one (line, field, reason) is kept once however often it is reported.
  virtual void add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) = 0;
  /// After the last row, or with the reason why the feed as a whole could not be read.
  virtual void finish_reading(OrgId org, ImportId id, const std::string& failure) = 0;
  /// Feed faults first by line, then photos that were given up. `after` is the last page's next_after.
  virtual FaultPage faults(OrgId org, ImportId id, std::optional<long> after, int limit) = 0;

  /// Photos still waiting for the client, in order of path, after `after`.
  virtual std::vector<WantedFile> wanted_files(OrgId org, ImportId id, const std::string& after, int limit) = 0;
  /// Photos of this import that wait under the path get these bytes: the image jobs go on to understand, in one
  /// transaction with the wake-up; where the hash equals what was understood before, they are done. Error{not_found}
  /// where no photo waits under the path.
  virtual void accept_file(OrgId org, ImportId id, const std::string& path, const std::string& content_sha256) = 0;
  /// The client has no such file: the photos that wait for it are given up with the reason.
  virtual void refuse_file(OrgId org, ImportId id, const std::string& path, const std::string& reason) = 0;
};

}  // namespace likeness
