#pragma once

#include <array>
#include <mutex>

#include "adapters/postgres/transaction.hpp"
#include "ports/job_store.hpp"

namespace likeness {

/// Runs as likeness_worker: claims and sweeps see the jobs of every org, effects run under the job's. A job is held by
/// its unit and its count of tries, which every claim raises.
class PostgresJobStore final : public JobStore {
 public:
  /// A job whose workers died `tries_max` times is given up by sweep().
  explicit PostgresJobStore(PostgresConnectionPool& worker_pool, int tries_max = RetryPolicy{}.tries_max)
      : pool_(worker_pool), tries_max_(tries_max) {}

  std::vector<Job> claim(Unit unit, int limit, std::chrono::seconds lease, ClaimTurn turn = {}) override;
  void heartbeat(std::span<const Job> jobs, std::chrono::seconds lease) override;

  ImageJobDetails image_details(const Job& job) override;
  std::string product_text(const Job& job) override;

  void complete_feed(const Job& job) override;
  void complete_fetch(const Job& job, const std::string& content_sha256, const Validators& validators = {}) override;
  Completion complete_image(const Job& job, const UnderstoodImage& understood) override;
  std::optional<Completion> complete_image_by_twin(const Job& job, const PackKey& pack) override;
  Completion complete_text(const Job& job, const PackKey& pack, const HalfVector& vector) override;
  void fail(const Job& job, Stage stage, const Error& error, const RetryPolicy& policy,
            std::optional<std::chrono::milliseconds> retry_after = {}) override;
  void release(const Job& job, Stage stage, const Error& error, std::chrono::milliseconds delay) override;

  int sweep() override;
  std::vector<QueueDepth> queue_depths() override;
  std::vector<QueueAge> queue_ages() override;

 private:
  PostgresConnectionPool& pool_;
  const int tries_max_;
  std::mutex mutex_;
  std::array<OrgId, 2> last_orgs_{};  ///< that had a turn, by unit
};

}  // namespace likeness
