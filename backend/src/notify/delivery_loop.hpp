#pragma once

#include <chrono>
#include <thread>
#include <vector>

#include "notify/delivery_unit.hpp"

namespace likeness::notify {

struct DeliveryLoopOptions {
  int threads = 4;  ///< messages under way at once
  int per_webhook_max = 2;
  int waiting_max = 10'000;  ///< messages for one webhook
  std::chrono::milliseconds poll{1000};
  std::chrono::seconds lease{20};  ///< longer than a try takes
  std::chrono::hours kept{30 * 24};
};

/// Makes deliveries of events and sends what is due, a few at a time. Destroyed, it breaks off what is under way, which
/// is sent again.
class DeliveryLoop {
 public:
  DeliveryLoop(DeliveryUnit& unit, WebhookQueue& queue, DeliveryLoopOptions options);
  ~DeliveryLoop();

 private:
  void send(const std::stop_token& stop);
  void spread(const std::stop_token& stop);
  void forget(const std::stop_token& stop);

  DeliveryUnit& unit_;
  WebhookQueue& queue_;
  const DeliveryLoopOptions options_;
  std::vector<std::jthread> threads_;
};

}  // namespace likeness::notify
