#include "notify/delivery_loop.hpp"

#include <functional>

#include "base/log.hpp"
#include "base/trace.hpp"

namespace likeness::notify {
namespace {

constexpr int kEventsAtOnce = 100;
constexpr int kForgottenAtOnce = 1000;
constexpr double kSecondsBetweenForgetting = 60;

/// Says once that something is put off, and again after it went well in between.
class Complaint {
 public:
  /// Whether `work` went well.
  bool try_to(const char* what, const std::function<void()>& work) {
    try {
      work();
      is_made_ = false;
      return true;
    } catch (const std::exception& error) {
      if (!is_made_) log::warning("{} is put off: {}", what, error.what());
      is_made_ = true;
      return false;
    }
  }

 private:
  bool is_made_ = false;
};

}  // namespace

DeliveryLoop::DeliveryLoop(DeliveryUnit& unit, WebhookQueue& queue, DeliveryLoopOptions options)
    : unit_(unit), queue_(queue), options_(options) {
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { send(stop); });
  threads_.emplace_back([this](const std::stop_token& stop) { keep_house(stop); });
}

DeliveryLoop::~DeliveryLoop() {
  for (auto& thread : threads_) thread.request_stop();
  threads_.clear();
}

void DeliveryLoop::send(const std::stop_token& stop) {
  Complaint complaint;
  while (!stop.stop_requested()) {
    bool is_sent = false;
    complaint.try_to("sending of webhooks", [&] { is_sent = send_one(stop); });
    if (!is_sent) sleep(stop);
  }
}

bool DeliveryLoop::send_one(const std::stop_token& stop) {
  const auto delivery = queue_.claim(options_.lease, options_.per_webhook_max);
  if (!delivery) return false;
  const TraceScope trace(delivery->traceparent);
  unit_.run(*delivery, stop);
  return true;
}

void DeliveryLoop::keep_house(const std::stop_token& stop) {
  Complaint complaint;
  Stopwatch since_forgetting;
  while (!stop.stop_requested()) {
    complaint.try_to("work on webhooks", [&] {
      spread_events();
      queue_.reclaim();
      if (since_forgetting.seconds() < kSecondsBetweenForgetting) return;
      since_forgetting = Stopwatch();
      forget_old();
    });
    sleep(stop);
  }
}

void DeliveryLoop::spread_events() {
  int spread = 0;
  do {
    spread = queue_.spread(kEventsAtOnce, options_.waiting_max);
    if (spread > 0) wake_senders();
  } while (spread == kEventsAtOnce);
}

void DeliveryLoop::forget_old() {
  while (queue_.forget(options_.kept, kForgottenAtOnce) == kForgottenAtOnce) continue;
}

void DeliveryLoop::wake_senders() {
  {
    std::lock_guard lock(mutex_);
    ++wake_ups_;
  }
  wake_.notify_all();
}

void DeliveryLoop::sleep(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto seen = wake_ups_;
  wake_.wait_for(lock, stop, options_.poll, [&] { return wake_ups_ != seen; });
}

}  // namespace likeness::notify
