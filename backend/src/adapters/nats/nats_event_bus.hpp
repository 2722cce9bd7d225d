#pragma once

#include <array>
#include <condition_variable>
#include <mutex>

#include "adapters/nats/nats_stream.hpp"
#include "ports/event_bus.hpp"
#include "ports/org_data.hpp"

namespace likeness {

/// Wake-ups over NATS JetStream: subjects "ingest.fetch.<org>" and "ingest.understand.<org>" in one bounded stream on
/// disk, one durable consumer a unit. Messages are acknowledged as they come, because they only wake. A server that is
/// away, restarted or wiped is found again by itself.
class NatsEventBus : public EventBus, public OrgData {
 public:
  explicit NatsEventBus(NatsOptions options);

  /// Takes a second at most.
  void publish(const std::string& subject, const std::string& message_id, const std::string& payload,
               const std::string& traceparent) override;
  /// Any number of threads may wait for one unit: one of them listens and wakes all.
  void wait_for_work(Unit unit, std::chrono::milliseconds timeout) override;
  bool healthy() override;
  /// Messages of subjects that name the org; no consumer is an org's own.
  std::string store_name() const override { return "events"; }
  long count_of(OrgId org) override;
  void erase_all_of(OrgId org) override;

 private:
  enum class Heard { something, nothing, away };

  struct Listener {
    std::mutex mutex;
    std::condition_variable changed;
    bool listening = false;
    unsigned long heard_count = 0;
    std::shared_ptr<NatsStream> stream;  ///< from here on it belongs to the thread that listens
    NatsStream::Subscription subscription{nullptr, &natsSubscription_Destroy};
    std::chrono::steady_clock::time_point checked_at{};
  };

  /// The stream, on a new connection where the library gave the old one up.
  std::shared_ptr<NatsStream> stream();
  Heard listen(Unit unit, Listener& listener, std::chrono::milliseconds timeout);

  const NatsOptions options_;
  std::mutex mutex_;
  std::shared_ptr<NatsStream> stream_;
  std::chrono::steady_clock::time_point replaced_at_{};
  std::array<Listener, 2> listeners_;
};

}  // namespace likeness
