#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/schedule_store.hpp"

namespace likeness {

/// Runs as likeness_worker, across orgs.
class PostgresScheduleStore final : public ScheduleStore {
 public:
  explicit PostgresScheduleStore(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  std::vector<DueSchedule> claim(int limit, std::chrono::seconds lease) override;
  void finish(const DueSchedule& schedule, std::optional<TimePoint> next_run_at) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
