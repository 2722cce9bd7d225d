#pragma once

#include <chrono>
#include <stop_token>

#include "ports/metrics.hpp"
#include "ports/security.hpp"
#include "ports/webhook_queue.hpp"
#include "ports/webhook_sender.hpp"
#include "ports/webhook_signer.hpp"

namespace likeness::notify {

struct DeliveryOptions {
  WebhookRetryPolicy retry;
  std::chrono::hours failing_max{5 * 24};  ///< without a success, then the webhook is disabled
};

/// Sends one message once: signs it by the webhook's secret, and by the former one while that is good, and records what
/// came of it. Any answer of 2xx is a success; 410 disables the webhook. Thread-safe.
class DeliveryUnit {
 public:
  struct Parts {
    WebhookQueue& queue;
    WebhookSender& sender;
    WebhookSigner& signer;
    SecretBox& secrets;
    Metrics& metrics;
  };
  DeliveryUnit(Parts parts, DeliveryOptions options) : parts_(parts), options_(options) {}

  /// Throws only where the outcome could not be written; the lease then runs out. What another worker took over, or
  /// what is gone meanwhile, is let go.
  void run(const ClaimedDelivery& delivery, const std::stop_token& stop);

 private:
  WebhookMessage message_of(const ClaimedDelivery& delivery);
  WebhookAnswer send(const ClaimedDelivery& delivery, const std::stop_token& stop);
  DeliveryOutcome outcome_of(const ClaimedDelivery& delivery, const WebhookAnswer& answer) const;

  Parts parts_;
  const DeliveryOptions options_;
};

}  // namespace likeness::notify
