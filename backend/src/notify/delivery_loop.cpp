#include "notify/delivery_loop.hpp"

#include "base/repetition.hpp"
#include "base/trace.hpp"

namespace likeness::notify {
namespace {

constexpr int kEventsAtOnce = 100;
constexpr int kForgottenAtOnce = 1000;
constexpr std::chrono::minutes kBetweenForgetting{1};

}  // namespace

DeliveryLoop::DeliveryLoop(DeliveryUnit& unit, WebhookQueue& queue, DeliveryLoopOptions options)
    : unit_(unit), queue_(queue), options_(options) {
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { send(stop); });
  threads_.emplace_back([this](const std::stop_token& stop) { spread(stop); });
  threads_.emplace_back([this](const std::stop_token& stop) { forget(stop); });
}

DeliveryLoop::~DeliveryLoop() {
  for (auto& thread : threads_) thread.request_stop();
}

void DeliveryLoop::send(const std::stop_token& stop) {
  repeat(stop, options_.poll, "webhooks are put off", [&] {
    const auto delivery = queue_.claim(options_.lease, options_.per_webhook_max);
    if (!delivery) return false;
    const TraceScope trace(delivery->traceparent);
    unit_.run(*delivery, stop);
    return true;
  });
}

void DeliveryLoop::spread(const std::stop_token& stop) {
  repeat(stop, options_.poll, "events for webhooks are put off", [this] {
    queue_.reclaim();
    return queue_.spread(kEventsAtOnce, options_.waiting_max) == kEventsAtOnce;
  });
}

void DeliveryLoop::forget(const std::stop_token& stop) {
  repeat(stop, kBetweenForgetting, "old messages of webhooks stay",
         [this] { return queue_.forget(options_.kept, kForgottenAtOnce) == kForgottenAtOnce; });
}

}  // namespace likeness::notify
