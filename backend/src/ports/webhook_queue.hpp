#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "domain/webhook.hpp"

namespace likeness {

/// A delivery as a worker holds it, with what it needs to know.
struct ClaimedDelivery {
  OrgId org_id;
  DeliveryId id;
  WebhookId webhook_id;
  EventId event_id;
  long claim = 0;
  int tries = 0;  ///< this one included
  std::string url;
  Bytes sealed_secret;
  Bytes sealed_former_secret;  ///< empty where it does not sign any more
  std::string payload;
  std::string traceparent;  ///< of the request that the event came from
};

/// What came of one try.
struct DeliveryOutcome {
  bool is_delivered = false;
  int http_status = 0;
  std::string reason;
  std::optional<std::chrono::milliseconds> retry_in;  ///< absent: this was the last try
  bool counts = true;                                 ///< false: we broke it off ourselves
  bool disables = false;                              ///< the receiver wants nothing any more
};

/// Messages to be sent, of whichever org. A delivery is claimed under a lease; the death of a worker delays it. What
/// another worker took over is Error{conflict}. Thread-safe; runs as the worker role.
class WebhookQueue {
 public:
  virtual ~WebhookQueue() = default;

  /// Makes deliveries of up to `events_max` new events, one for each webhook that wants it; for one that `waiting_max`
  /// wait for already, it fails at once. Returns how many events.
  virtual int spread(int events_max, int waiting_max) = 0;
  /// The delivery that is due longest, of a webhook with the fewest under way and less than `per_webhook_max`.
  virtual std::optional<ClaimedDelivery> claim(std::chrono::seconds lease, int per_webhook_max) = 0;
  /// Records the try. A webhook that has failed for longer than `failing_max` is disabled.
  virtual void finish(const ClaimedDelivery& delivery, const DeliveryOutcome& outcome,
                      std::chrono::seconds failing_max) = 0;
  /// Puts deliveries whose lease ran out back. Returns how many.
  virtual int reclaim() = 0;
  /// Removes up to `limit` events that are older, with their deliveries. Returns how many.
  virtual int forget(std::chrono::seconds older_than, int limit) = 0;
};

}  // namespace likeness
