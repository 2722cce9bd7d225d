#pragma once

#include <chrono>

#include "ports/security.hpp"
#include "ports/webhook_sender.hpp"
#include "ports/webhook_signer.hpp"
#include "ports/webhook_store.hpp"

namespace likeness::notify {

struct WebhookLimits {
  int count_max = 20;                             ///< of an org
  std::chrono::hours former_secret_lifetime{24};  ///< in which a replaced secret still signs
};

/// A webhook and its secret, which is told this once.
struct NewSecret {
  Webhook webhook;
  std::string secret;
};

/// Sets webhooks up: checks where they lead, makes and seals their secrets. Thread-safe.
class WebhookRegistry {
 public:
  struct Parts {
    WebhookStore& store;
    WebhookSender& sender;
    WebhookSigner& signer;
    SecretBox& secrets;
  };
  WebhookRegistry(Parts parts, WebhookLimits limits) : parts_(parts), limits_(limits) {}

  /// Error{invalid_argument} that names the field where the URL may not be sent to.
  NewSecret create(OrgId org, const WebhookSetup& setup, const std::string& created_by);
  /// A new URL is checked as at the making.
  Webhook update(OrgId org, WebhookId id, const WebhookSetup& setup);
  /// Makes a new secret. The one until now signs beside it for a while; an older one does not any more.
  NewSecret rotate_secret(OrgId org, WebhookId id);

 private:
  void check(const WebhookSetup& setup) const;

  Parts parts_;
  const WebhookLimits limits_;
};

}  // namespace likeness::notify
