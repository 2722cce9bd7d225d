#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// How a feed's host lets us in. `name` is the user of basic, and the header's name of header.
struct FeedCredentials {
  std::string kind = "none";  ///< none | basic | bearer | header
  std::string name = {};
  std::string secret = {};
};

struct FeedSchedule {
  std::string cron;
  std::string time_zone;  ///< IANA name, "Europe/Berlin"
};

/// A source as its owner set it up: rows come by upload, or are pulled from a URL by hand or by schedule.
struct FeedSetup {
  std::string name;             ///< one per org
  std::string url;              ///< empty: rows come by upload
  std::string format = "auto";  ///< as of an import
  std::map<std::string, std::string> mapping = {};
  bool full = true;                       ///< rows that are missing are removed; false: a delta
  std::string credentials_kind = "none";  ///< what is set; the secrets themselves are kept sealed
  std::optional<FeedSchedule> schedule = {};
  bool paused = false;  ///< the schedule is passed over; by hand it is pulled all the same
};

struct Feed {
  SourceId id;
  FeedSetup setup;
  TimePoint created_at;
  std::optional<TimePoint> next_pull_at;  ///< where it has a schedule that is not paused
};

/// What a pull came to. Outcome: unchanged, imported, failed, skipped (the one before was still under way).
struct PullResult {
  std::string outcome;
  std::string reason = {};  ///< of failed and skipped, for people
  int http_status = 0;      ///< of the last answer; 0 where none came
  long long bytes = 0;      ///< that went over the wire
  double seconds = 0;
  std::optional<ImportId> import_id = {};
};

/// What tells two versions of a feed apart: what the host says, and the digest of the unpacked bytes.
struct FeedVersion {
  std::string etag = {};
  std::string last_modified = {};
  std::string content_sha256 = {};
};

/// An entry of a feed's history. State: queued, running, done; `result` is complete when it is done. Counts are those
/// of the import it led to, as they are now.
struct Pull {
  PullId id;
  SourceId feed_id;
  std::string trigger;  ///< schedule | manual
  std::string state;
  int tries = 0;
  TimePoint created_at;
  std::optional<TimePoint> finished_at;
  PullResult result;
  std::string import_state;
  long rows_read = 0;
  long rows_broken = 0;
  long products_created = 0;
  long products_changed = 0;
  long products_removed = 0;
};

}  // namespace likeness
