#include "notify/webhook_secret.hpp"

namespace likeness::notify {
namespace {

std::string context_of(OrgId org, WebhookId webhook) {
  return "webhook-secret " + org.to_string() + " " + webhook.to_string();
}

}  // namespace

Bytes seal_webhook_secret(SecretBox& box, OrgId org, WebhookId webhook, const std::string& secret) {
  return box.seal(secret, context_of(org, webhook));
}

std::string open_webhook_secret(SecretBox& box, OrgId org, WebhookId webhook, const Bytes& sealed) {
  return box.open(sealed, context_of(org, webhook));
}

}  // namespace likeness::notify
