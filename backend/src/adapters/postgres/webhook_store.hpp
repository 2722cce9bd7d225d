#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/webhook_store.hpp"

namespace likeness {

class PostgresWebhookStore final : public WebhookStore {
 public:
  explicit PostgresWebhookStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  Webhook create(OrgId org, WebhookId id, const WebhookSetup& setup, const Bytes& sealed_secret,
                 const std::string& created_by, int count_max) override;
  WebhookPage webhooks(OrgId org, std::optional<WebhookId> after, int limit) override;
  Webhook webhook(OrgId org, WebhookId id) override;
  Webhook update(OrgId org, WebhookId id, const WebhookSetup& setup) override;
  void remove(OrgId org, WebhookId id) override;
  Webhook replace_secret(OrgId org, WebhookId id, const Bytes& sealed_secret,
                         std::chrono::seconds former_kept) override;
  DeliveryPage deliveries(OrgId org, WebhookId id, const std::string& state, std::optional<DeliveryId> before,
                          int limit) override;
  Delivery send_test(OrgId org, WebhookId id) override;
  Delivery redeliver(OrgId org, WebhookId id, DeliveryId delivery) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
