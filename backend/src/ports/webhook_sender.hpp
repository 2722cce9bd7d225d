#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace likeness {

/// A message as it goes over the wire, in the form of Standard Webhooks.
struct WebhookMessage {
  std::string url;
  std::string id;
  std::string timestamp;  ///< seconds since 1970
  std::string signatures;
  std::string body;  ///< JSON
};

/// What came of sending. Redirects are not followed: their status is the answer.
struct WebhookAnswer {
  int http_status = 0;  ///< 0: none came
  std::optional<std::chrono::milliseconds> retry_after;
  std::optional<Error> error;  ///< for every status but 2xx as well
};

/// Sends messages to the open internet, under the rules for hostile URLs (http and https, public addresses only, looked
/// up and checked at each sending; time and size of the answer bounded). Thread-safe.
class WebhookSender {
 public:
  virtual ~WebhookSender() = default;
  /// Whether the URL may be sent to at all, as far as its text tells. Error{invalid_argument}.
  virtual Result<void> check(const std::string& url) const = 0;
  /// `go_on` is asked about once a second, and ends it with Error{cancelled} by saying false.
  virtual WebhookAnswer send(const WebhookMessage& message, const std::function<bool()>& go_on) = 0;
};

}  // namespace likeness
