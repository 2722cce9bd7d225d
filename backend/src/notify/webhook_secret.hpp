#pragma once

#include "domain/webhook.hpp"
#include "ports/security.hpp"

namespace likeness::notify {

/// Sealed for this webhook of this org alone.
Bytes seal_webhook_secret(SecretBox& box, OrgId org, WebhookId webhook, const std::string& secret);
/// Error{corrupt_data} where it was sealed under another key, or for another webhook.
std::string open_webhook_secret(SecretBox& box, OrgId org, WebhookId webhook, const Bytes& sealed);

}  // namespace likeness::notify
