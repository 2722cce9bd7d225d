#pragma once

#include <chrono>

#include "adapters/curl/fetch_target.hpp"
#include "ports/webhook_sender.hpp"

namespace likeness {

struct WebhookSendOptions {
  std::chrono::milliseconds timeout{10'000};  ///< look-up, connection and answer together
  std::chrono::milliseconds connect_timeout{5'000};
  std::size_t answer_bytes_max = 4096;  ///< what comes beyond is not read; the status counts all the same
  FetchRules rules = {};
  std::string ca_file = {};  ///< PEM; empty: the system's
  std::string user_agent = "Likeness/0.1 (webhooks)";
};

/// Posts by libcurl under the rules that hold for photos and feeds: the URL is parsed and resolved by us each time, all
/// of its addresses are checked, and only they are connected to. A connection is used once. Thread-safe.
class CurlWebhookSender final : public WebhookSender {
 public:
  explicit CurlWebhookSender(WebhookSendOptions options = {});

  Result<void> check(const std::string& url) const override;
  WebhookAnswer send(const WebhookMessage& message, const std::function<bool()>& go_on) override;

 private:
  const WebhookSendOptions options_;
};

}  // namespace likeness
