#pragma once

#include <thread>

#include "ports/event_bus.hpp"
#include "ports/job_store.hpp"

namespace likeness::ingest {

/// Publishes what transactions left in the outbox. While the bus is away the rows stay and work is found by polling.
class OutboxRelay {
 public:
  OutboxRelay(Outbox& outbox, EventBus& events, std::chrono::milliseconds interval);

 private:
  void run(std::stop_token stop);

  Outbox& outbox_;
  EventBus& events_;
  const std::chrono::milliseconds interval_;
  std::jthread thread_;
};

}  // namespace likeness::ingest
