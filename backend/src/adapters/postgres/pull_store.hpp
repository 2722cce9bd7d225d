#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/pull_store.hpp"

namespace likeness {

/// Runs as likeness_worker: claims across orgs, reads and writes under the pull's org.
class PostgresPullStore final : public PullStore {
 public:
  explicit PostgresPullStore(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  std::optional<ClaimedPull> claim(std::chrono::seconds lease) override;
  void heartbeat(const ClaimedPull& pull, std::chrono::seconds lease) override;
  void postpone(const ClaimedPull& pull, const PullResult& so_far, std::chrono::milliseconds delay,
                bool counts) override;
  void finish(const ClaimedPull& pull, const PullResult& result, const std::optional<FeedVersion>& version,
              int history_max) override;
  std::optional<ImportId> import_of(const ClaimedPull& pull, const std::string& object_key) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
