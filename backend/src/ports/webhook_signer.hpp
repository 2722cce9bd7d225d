#pragma once

#include <string>

namespace likeness {

/// Signatures of Standard Webhooks, version 1: HMAC-SHA256 over "id.timestamp.body". Thread-safe.
class WebhookSigner {
 public:
  virtual ~WebhookSigner() = default;
  /// "whsec_" and 32 random bytes in base64.
  virtual std::string new_secret() = 0;
  /// "v1," and the signature in base64. Error{corrupt_data} where the secret is none.
  virtual std::string sign(const std::string& secret, const std::string& id, const std::string& timestamp,
                           const std::string& body) = 0;
};

}  // namespace likeness
