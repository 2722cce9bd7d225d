#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/feed_store.hpp"

namespace likeness {

/// Serves both roles: requests with the app's pool, schedules with the worker's.
class PostgresFeedStore final : public FeedStore {
 public:
  explicit PostgresFeedStore(PostgresConnectionPool& pool) : pool_(pool) {}

  void create(OrgId org, SourceId id, const FeedSetup& setup, const Bytes& sealed_credentials,
              std::optional<TimePoint> next_pull_at, int count_max) override;
  Feed feed(OrgId org, SourceId id) override;
  FeedPage feeds(OrgId org, std::optional<SourceId> after, int limit) override;
  void update(OrgId org, SourceId id, const FeedSetup& setup, const std::optional<Bytes>& sealed_credentials,
              std::optional<TimePoint> next_pull_at) override;
  void remove(OrgId org, SourceId id) override;
  long count_products(OrgId org, SourceId id) override;
  std::vector<ProductId> remove_products(OrgId org, SourceId id, int limit) override;
  PullId request_pull(OrgId org, SourceId id, std::optional<TimePoint> scheduled_for) override;
  Pull pull(OrgId org, PullId id) override;
  PullPage pulls(OrgId org, SourceId id, std::optional<PullId> before, int limit) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
