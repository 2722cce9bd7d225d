#pragma once

#include <nats/nats.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace likeness {

struct NatsOptions {
  std::string url;         ///< nats://host:port
  std::string token = {};  ///< empty where the server wants none
  std::string stream = "LIKENESS_INGEST";
  std::chrono::milliseconds publish_timeout{400};
  std::chrono::milliseconds connect_timeout{1000};
};

/// One connection to NATS and the stream of wake-ups on it. The library reconnects by itself for as long as this lives.
/// Thread-safe.
class NatsStream {
 public:
  /// Tries to connect once and goes on in the background where that fails. Error{invalid_argument} for a bad URL.
  explicit NatsStream(NatsOptions options);
  ~NatsStream();

  bool connected() const;
  /// Whether the library gave up (it does when a server refuses the token twice): only a new connection helps.
  bool closed() const;
  /// Creates the stream where it is missing; false where that cannot be done now.
  bool ensure();
  /// To be called when the server does not know the stream any more: its directory may have been wiped.
  void forget() { known_ = false; }
  natsStatus publish(const std::string& subject, const std::string& message_id, const std::string& payload,
                     const std::string& traceparent);

  /// Messages of the subject, which may have wildcards. Error{unavailable}.
  long count(const std::string& subject);
  void purge(const std::string& subject);

  using Subscription = std::unique_ptr<natsSubscription, decltype(&natsSubscription_Destroy)>;
  /// A durable pull consumer of one subject, shared by every process that asks for the same name; null where there is
  /// no stream now.
  Subscription subscribe(const std::string& subject, const std::string& consumer);
  /// False only where the server says that it is gone; then the stream may be as well.
  bool has_consumer(const std::string& consumer);

 private:
  const NatsOptions options_;
  natsConnection* connection_ = nullptr;
  jsCtx* context_ = nullptr;
  std::atomic<bool> known_ = false;
};

}  // namespace likeness
