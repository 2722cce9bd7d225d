#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

struct WebhookTag {
  static constexpr std::string_view kPrefix = "whk_", kField = "webhook_id";
};
struct DeliveryTag {
  static constexpr std::string_view kPrefix = "dlv_", kField = "delivery_id";
};
struct EventTag {
  static constexpr std::string_view kPrefix = "evt_", kField = "event_id";
};
using WebhookId = Id<WebhookTag>;
using DeliveryId = Id<DeliveryTag>;
using EventId = Id<EventTag>;

/// The type of the message that a test sends; no webhook subscribes to it.
inline constexpr char kWebhookTest[] = "webhook.test";

/// What its owner decides of a webhook.
struct WebhookSetup {
  std::string url;
  std::string description;
  std::vector<std::string> event_types;
  bool paused = false;
};

/// Where an org wants to be told of events.
struct Webhook {
  WebhookId id;
  WebhookSetup setup;
  std::optional<TimePoint> failing_since;  ///< the first failure since the last success
  std::optional<TimePoint> disabled_at;    ///< by us
  std::string disabled_reason;
  std::optional<TimePoint> former_secret_until;  ///< until when two secrets sign
  std::string created_by;
  TimePoint created_at;
};

/// One event on its way to one webhook.
struct Delivery {
  DeliveryId id;
  WebhookId webhook_id;
  EventId event_id;
  std::string event_type;
  std::string state;  ///< waiting, sending, delivered, failed
  int tries = 0;
  int http_status = 0;  ///< of the last try; 0: none came
  std::string reason;   ///< why the last try failed
  TimePoint created_at;
  std::optional<TimePoint> next_try_at;  ///< while it waits
  std::optional<TimePoint> last_try_at;
  std::optional<TimePoint> finished_at;
};

/// How long a message that is not taken is tried again: the waits grow quickly, so that a few tries reach over a day.
struct WebhookRetryPolicy {
  int tries_max = 8;
  std::chrono::milliseconds backoff_first{10'000};
  int backoff_factor = 5;
  std::chrono::milliseconds backoff_max{43'200'000};

  /// How long to wait after so many tries; nullopt where it is given up. `retry_after` is what the receiver asked for,
  /// waited out up to backoff_max. `chance`, from 0 to 1, shortens or lengthens the wait by a quarter at most.
  std::optional<std::chrono::milliseconds> next_delay(int tries, std::optional<std::chrono::milliseconds> retry_after,
                                                      double chance = 0.5) const;
};

}  // namespace likeness
