#pragma once

#include "ports/webhook_signer.hpp"

namespace likeness {

class SodiumWebhookSigner final : public WebhookSigner {
 public:
  SodiumWebhookSigner();

  std::string new_secret() override;
  std::string sign(const std::string& secret, const std::string& id, const std::string& timestamp,
                   const std::string& body) override;
};

}  // namespace likeness
