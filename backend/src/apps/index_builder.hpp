#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "ports/catalog_store.hpp"
#include "ports/embedding_store.hpp"
#include "ports/identity_store.hpp"
#include "ports/vector_index.hpp"

namespace likeness::apps {

/// Builds indexes from the truth in the background, one after the other: every org's at start, one org's when asked.
/// What could not be built because the database was away is tried again. Thread-safe.
class IndexBuilder {
 public:
  struct Parts {
    IdentityStore& identities;
    CatalogStore& catalog;
    EmbeddingStore& embeddings;
    VectorIndex& index;
  };

  IndexBuilder(Parts parts, PackKey pack) : parts_(parts), pack_(std::move(pack)) {}

  void start_all();
  /// Error{conflict} where a build is running.
  void start(OrgId org);
  /// Builds the org's index as soon as no other build is running: for an index that may have missed something.
  void want(OrgId org);
  /// Whether the build at start is through.
  bool ready() const { return ready_; }
  void stop() { thread_ = {}; }

 private:
  /// Under the mutex, while no build is running.
  void launch();
  void run(std::stop_token stop);
  /// False where it is to be tried again.
  bool build(OrgId org, std::stop_token stop);
  bool list_orgs();

  Parts parts_;
  PackKey pack_;
  std::atomic<bool> ready_ = false;
  std::mutex mutex_;
  bool orgs_listed_ = true;
  bool running_ = false;
  std::set<OrgId> wanted_;
  std::jthread thread_;
};

}  // namespace likeness::apps
