#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/webhook_queue.hpp"

namespace likeness {

class PostgresWebhookQueue final : public WebhookQueue {
 public:
  explicit PostgresWebhookQueue(PostgresConnectionPool& worker_pool) : pool_(worker_pool) {}

  int spread(int events_max, int waiting_max) override;
  std::optional<ClaimedDelivery> claim(std::chrono::seconds lease, int per_webhook_max) override;
  void finish(const ClaimedDelivery& delivery, const DeliveryOutcome& outcome,
              std::chrono::seconds failing_max) override;
  int reclaim() override;
  int forget(std::chrono::seconds older_than, int limit) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
