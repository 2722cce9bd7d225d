#pragma once

#include <atomic>
#include <thread>

#include "ports/catalog_store.hpp"
#include "ports/embedding_store.hpp"
#include "ports/identity_store.hpp"
#include "ports/vector_index.hpp"

namespace likeness::apps {

/// Builds indexes from the truth in the background: every org's at start, one org's when asked. One at a time.
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
  /// Whether the build at start is through.
  bool ready() const { return ready_; }
  void stop() { thread_ = {}; }

 private:
  void build(OrgId org, std::stop_token stop);

  Parts parts_;
  PackKey pack_;
  std::atomic<bool> ready_ = false;
  std::atomic<bool> running_ = false;
  std::jthread thread_;
};

}  // namespace likeness::apps
