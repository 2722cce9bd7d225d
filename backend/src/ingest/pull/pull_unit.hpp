#pragma once

#include <chrono>
#include <stop_token>

#include "domain/job.hpp"
#include "ports/feed_fetcher.hpp"
#include "ports/import_store.hpp"
#include "ports/metrics.hpp"
#include "ports/object_store.hpp"
#include "ports/pull_store.hpp"
#include "ports/security.hpp"

namespace likeness::ingest {

struct PullOptions {
  std::chrono::seconds lease{60};
  RetryPolicy retry;
  int history_max = 1000;  ///< pulls of one feed that are kept
};

/// Does one pull: fetches the feed into the object store and makes an import of it, unless it is what it was. Every end
/// is written into the pull; a try that another worker took over leaves nothing. Thread-safe.
class PullUnit {
 public:
  struct Parts {
    FeedFetcher& fetcher;
    ObjectStore& objects;
    ImportStore& imports;
    PullStore& pulls;
    SecretBox& secrets;
    Digest& digest;
    Metrics& metrics;
  };
  PullUnit(Parts parts, PullOptions options) : parts_(parts), options_(options) {}

  /// Throws only where the pull's end could not be written; its lease then runs out.
  void run(const ClaimedPull& pull, const std::stop_token& stop);
  std::chrono::seconds lease() const { return options_.lease; }

 private:
  /// What the pull came to, and the version to remember.
  struct Outcome {
    PullResult result;
    std::optional<FeedVersion> version;
    std::optional<Error> error;
  };
  Outcome pull(const ClaimedPull& pull, const std::stop_token& stop);
  ImportId import(const ClaimedPull& pull, const std::string& object_key);
  void end(const ClaimedPull& pull, Outcome outcome);

  Parts parts_;
  const PullOptions options_;
};

}  // namespace likeness::ingest
