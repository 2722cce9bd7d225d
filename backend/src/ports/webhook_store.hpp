#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "domain/webhook.hpp"

namespace likeness {

struct WebhookPage {
  std::vector<Webhook> webhooks;
  std::optional<WebhookId> next_after;  ///< absent on the last page
};

struct DeliveryPage {
  std::vector<Delivery> deliveries;
  std::optional<DeliveryId> next_after;  ///< absent on the last page
};

/// Where orgs want to be told of events, and what became of each message. Error{not_found} for what the org has not.
/// Thread-safe; runs as the app role.
class WebhookStore {
 public:
  virtual ~WebhookStore() = default;

  /// Error{forbidden} where the org has `count_max` of them.
  virtual Webhook create(OrgId org, WebhookId id, const WebhookSetup& setup, const Bytes& sealed_secret,
                         const std::string& created_by, int count_max) = 0;
  /// Oldest first.
  virtual WebhookPage webhooks(OrgId org, std::optional<WebhookId> after, int limit) = 0;
  virtual Webhook webhook(OrgId org, WebhookId id) = 0;
  /// One that was disabled and is not paused now is enabled again.
  virtual Webhook update(OrgId org, WebhookId id, const WebhookSetup& setup) = 0;
  /// What is on its way is given up, and the history goes with it.
  virtual void remove(OrgId org, WebhookId id) = 0;
  /// The secret until now goes on signing beside the new one for a while.
  virtual Webhook replace_secret(OrgId org, WebhookId id, const Bytes& sealed_secret,
                                 std::chrono::seconds former_kept) = 0;

  /// Newest first; an empty `state` stands for all.
  virtual DeliveryPage deliveries(OrgId org, WebhookId id, const std::string& state, std::optional<DeliveryId> before,
                                  int limit) = 0;
  /// Queues a message that says nothing, for this webhook alone. Error{conflict} where it is paused or disabled.
  virtual Delivery send_test(OrgId org, WebhookId id) = 0;
  /// Queues a delivery that is over once more. Error{conflict} where it is not over, or the webhook takes nothing.
  virtual Delivery redeliver(OrgId org, WebhookId id, DeliveryId delivery) = 0;
};

}  // namespace likeness
