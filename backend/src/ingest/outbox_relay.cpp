#include "ingest/outbox_relay.hpp"

#include "base/log.hpp"

namespace likeness::ingest {
namespace {
constexpr int kBatchSize = 500;
}

OutboxRelay::OutboxRelay(Outbox& outbox, EventBus& events, std::chrono::milliseconds interval)
    : outbox_(outbox), events_(events), interval_(interval), thread_([this](std::stop_token stop) { run(stop); }) {}

void OutboxRelay::run(std::stop_token stop) {
  bool complained = false;
  while (!stop.stop_requested()) {
    std::size_t published_count = 0;
    try {
      const auto messages = outbox_.unpublished(kBatchSize);
      std::vector<std::int64_t> published;
      for (const auto& message : messages) {
        events_.publish(message.subject, std::to_string(message.id), message.payload, message.traceparent);
        published.push_back(message.id);
      }
      if (!published.empty()) outbox_.mark_published(published);
      published_count = published.size();
      complained = false;
    } catch (const std::exception& error) {
      if (!complained) log::warning("wake-ups are held back, work goes on by polling: {}", error.what());
      complained = true;
    }
    if (published_count < kBatchSize) std::this_thread::sleep_for(complained ? 5 * interval_ : interval_);
  }
}

}  // namespace likeness::ingest
