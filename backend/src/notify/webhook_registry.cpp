#include "notify/webhook_registry.hpp"

#include "notify/webhook_secret.hpp"

namespace likeness::notify {

void WebhookRegistry::check(const WebhookSetup& setup) const {
  if (const auto allowed = parts_.sender.check(setup.url); !allowed)
    throw Error(ErrorKind::invalid_argument, allowed.error().message(), "url");
}

NewSecret WebhookRegistry::create(OrgId org, const WebhookSetup& setup, const std::string& created_by) {
  check(setup);
  const auto id = WebhookId::generate();
  const auto secret = parts_.signer.new_secret();
  const auto sealed = seal_webhook_secret(parts_.secrets, org, id, secret);
  return {parts_.store.create(org, id, setup, sealed, created_by, limits_.count_max), secret};
}

Webhook WebhookRegistry::update(OrgId org, WebhookId id, const WebhookSetup& setup) {
  check(setup);
  return parts_.store.update(org, id, setup);
}

NewSecret WebhookRegistry::rotate_secret(OrgId org, WebhookId id) {
  const auto secret = parts_.signer.new_secret();
  const auto sealed = seal_webhook_secret(parts_.secrets, org, id, secret);
  return {parts_.store.replace_secret(org, id, sealed, limits_.former_secret_lifetime), secret};
}

}  // namespace likeness::notify
