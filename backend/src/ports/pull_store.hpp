#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "domain/feed.hpp"

namespace likeness {

/// A pull as a worker holds it, with what it needs to know.
struct ClaimedPull {
  PullId id;
  OrgId org_id;
  int tries = 0;   ///< this one included
  long claim = 0;  ///< number of the claim
  Feed feed;
  Bytes sealed_credentials;
  FeedVersion known;
  std::string traceparent;  ///< of the request that asked for it
};

/// Pulls to be done, of whichever org. A pull is claimed under a lease that a worker renews while it downloads; the
/// death of a worker delays it. What another worker took over is Error{conflict}. Thread-safe; runs as the worker role.
class PullStore {
 public:
  virtual ~PullStore() = default;
  /// The pull that is due longest.
  virtual std::optional<ClaimedPull> claim(std::chrono::seconds lease) = 0;
  virtual void heartbeat(const ClaimedPull& pull, std::chrono::seconds lease) = 0;
  /// Back into the queue after `delay`, with the reason; a try that was cut short by us does not count.
  virtual void postpone(const ClaimedPull& pull, const PullResult& so_far, std::chrono::milliseconds delay,
                        bool counts) = 0;
  /// Ends the pull, keeps `version` for the next one where it is given, and the newest `history_max` pulls of the feed.
  virtual void finish(const ClaimedPull& pull, const PullResult& result, const std::optional<FeedVersion>& version,
                      int history_max) = 0;
  /// The import that an earlier try of the same pull made of the object, if it came so far.
  virtual std::optional<ImportId> import_of(const ClaimedPull& pull, const std::string& object_key) = 0;
};

}  // namespace likeness
