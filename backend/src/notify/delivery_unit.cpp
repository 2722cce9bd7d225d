#include "notify/delivery_unit.hpp"

#include <random>

#include "base/log.hpp"
#include "notify/webhook_secret.hpp"

namespace likeness::notify {
namespace {

constexpr int kGone = 410;

double chance() {
  thread_local std::minstd_rand engine{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(engine);
}

std::string unix_seconds() {
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now().time_since_epoch()).count());
}

const char* word_of(const DeliveryOutcome& outcome) {
  if (outcome.is_delivered) return "delivered";
  if (!outcome.counts) return "broken_off";
  return outcome.retry_in ? "retried" : "failed";
}

}  // namespace

WebhookMessage DeliveryUnit::message_of(const ClaimedDelivery& delivery) {
  WebhookMessage message{.url = delivery.url,
                         .id = delivery.event_id.to_string(),
                         .timestamp = unix_seconds(),
                         .signatures = {},
                         .body = delivery.payload};
  for (const auto* sealed : {&delivery.sealed_secret, &delivery.sealed_former_secret}) {
    if (sealed->empty()) continue;
    const auto secret = open_webhook_secret(parts_.secrets, delivery.org_id, delivery.webhook_id, *sealed);
    if (!message.signatures.empty()) message.signatures += ' ';
    message.signatures += parts_.signer.sign(secret, message.id, message.timestamp, message.body);
  }
  return message;
}

WebhookAnswer DeliveryUnit::send(const ClaimedDelivery& delivery, const std::stop_token& stop) {
  try {
    return parts_.sender.send(message_of(delivery), [&stop] { return !stop.stop_requested(); });
  } catch (const Error& error) {
    return {.http_status = 0, .retry_after = {}, .error = error};
  }
}

DeliveryOutcome DeliveryUnit::outcome_of(const ClaimedDelivery& delivery, const WebhookAnswer& answer) const {
  DeliveryOutcome outcome{
      .is_delivered = !answer.error, .http_status = answer.http_status, .reason = {}, .retry_in = {}};
  if (outcome.is_delivered) return outcome;
  outcome.reason = answer.error->message();
  if (answer.error->kind() == ErrorKind::cancelled) {
    outcome.counts = false;
    outcome.retry_in = std::chrono::milliseconds(0);
    return outcome;
  }
  outcome.disables = answer.http_status == kGone;
  if (!outcome.disables) outcome.retry_in = options_.retry.next_delay(delivery.tries, answer.retry_after, chance());
  return outcome;
}

void DeliveryUnit::run(const ClaimedDelivery& delivery, const std::stop_token& stop) {
  const Stopwatch watch;
  const auto outcome = outcome_of(delivery, send(delivery, stop));
  try {
    parts_.queue.finish(delivery, outcome, options_.failing_max);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict && error.kind() != ErrorKind::not_found) throw;
    log::info("a message to webhook {} is let go: {}", delivery.webhook_id.to_string(), error.message());
    return;
  }
  parts_.metrics.increment("likeness_webhook_tries_total", {{"outcome", word_of(outcome)}});
  parts_.metrics.observe_seconds("likeness_webhook_seconds", {}, watch.seconds());
  log::debug("webhook {}: {} {} after try {}, status {}", delivery.webhook_id.to_string(),
             delivery.event_id.to_string(), word_of(outcome), delivery.tries, outcome.http_status);
}

}  // namespace likeness::notify
