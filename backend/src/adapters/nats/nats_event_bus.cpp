#include "adapters/nats/nats_event_bus.hpp"

#include <string_view>

#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// A request to a server that restarts meanwhile is lost, so no request waits longer than this.
constexpr milliseconds kRequestMax{1000};
constexpr milliseconds kAwayPause{200};
constexpr milliseconds kCheckInterval{900};
constexpr int kDrainedAtOnce = 64;
constexpr std::int64_t kDrainTimeNanoseconds = 20'000'000;  ///< without a time the library does not even look

milliseconds until(Clock::time_point deadline) { return std::chrono::ceil<milliseconds>(deadline - Clock::now()); }

int acknowledge(natsMsgList& messages) {
  const int count = messages.Count;
  for (int i = 0; i < count; ++i) natsMsg_Ack(messages.Msgs[i], nullptr);
  natsMsgList_Destroy(&messages);
  return count;
}

}  // namespace

NatsEventBus::NatsEventBus(NatsOptions options)
    : options_(std::move(options)), stream_(std::make_shared<NatsStream>(options_)) {
  stream_->ensure();
}

std::shared_ptr<NatsStream> NatsEventBus::stream() {
  std::lock_guard lock(mutex_);
  if (stream_->closed() && Clock::now() - replaced_at_ > std::chrono::seconds(1)) {
    replaced_at_ = Clock::now();
    try {
      stream_ = std::make_shared<NatsStream>(options_);
    } catch (const Error& error) {
      log::debug("{}", error.message());
    }
  }
  return stream_;
}

void NatsEventBus::publish(const std::string& subject, const std::string& message_id, const std::string& payload,
                           const std::string& traceparent) {
  const auto stream = this->stream();
  natsStatus status = NATS_CONNECTION_DISCONNECTED;
  if (stream->ensure()) {
    status = stream->publish(subject, message_id, payload, traceparent);
    if (status == NATS_NO_RESPONDERS) {
      stream->forget();
      if (stream->ensure()) status = stream->publish(subject, message_id, payload, traceparent);
    }
  }
  if (status != NATS_OK) {
    stream->forget();
    throw Error(ErrorKind::unavailable, std::string("NATS takes no message: ") + natsStatus_GetText(status));
  }
}

void NatsEventBus::wait_for_work(Unit unit, milliseconds timeout) {
  Listener& listener = listeners_[unit == Unit::fetch ? 0 : 1];
  const Clock::time_point deadline = Clock::now() + timeout;
  std::unique_lock lock(listener.mutex);
  const unsigned long heard_before = listener.heard_count;
  while (listener.heard_count == heard_before && Clock::now() < deadline) {
    if (listener.listening) {
      listener.changed.wait_until(lock, deadline);
      continue;
    }
    listener.listening = true;
    lock.unlock();
    const Heard heard = listen(unit, listener, std::min(until(deadline), kRequestMax));
    lock.lock();
    if (heard == Heard::away) listener.changed.wait_until(lock, std::min(deadline, Clock::now() + kAwayPause));
    listener.listening = false;
    if (heard == Heard::something) ++listener.heard_count;
    listener.changed.notify_all();
  }
}

NatsEventBus::Heard NatsEventBus::listen(Unit unit, Listener& listener, milliseconds timeout) {
  const auto current = stream();
  if (listener.stream != current) {
    listener.subscription.reset();
    listener.stream = current;
  }
  if (!current->connected()) return Heard::away;
  const std::string name(to_string(unit));
  if (!listener.subscription) listener.subscription = current->subscribe("ingest." + name + ".*", name);
  if (!listener.subscription) return Heard::away;

  natsMsgList messages{};
  const natsStatus status =
      natsSubscription_Fetch(&messages, listener.subscription.get(), 1, std::max<long>(timeout.count(), 1), nullptr);
  if (status == NATS_TIMEOUT) {
    // The server says nothing at all to a request for a consumer that was wiped.
    if (Clock::now() - listener.checked_at > kCheckInterval) {
      listener.checked_at = Clock::now();
      if (!current->has_consumer(name)) listener.subscription.reset();
    }
    return Heard::nothing;
  }
  if (status != NATS_OK) {
    log::debug("NATS: {}", natsStatus_GetText(status));
    listener.subscription.reset();
    current->forget();
    return Heard::away;
  }
  acknowledge(messages);
  // What else is there wakes for the same reason.
  jsFetchRequest rest;
  jsFetchRequest_Init(&rest);
  rest.Batch = kDrainedAtOnce;
  rest.NoWait = true;
  rest.Expires = kDrainTimeNanoseconds;
  if (natsSubscription_FetchRequest(&messages, listener.subscription.get(), &rest) == NATS_OK) acknowledge(messages);
  return Heard::something;
}

long NatsEventBus::count_of(OrgId org) {
  const auto current = stream();
  if (!current->ensure()) throw Error(ErrorKind::unavailable, "NATS is away: its messages cannot be looked at");
  return current->count("ingest.*." + org.uuid.to_string());
}

void NatsEventBus::erase_all_of(OrgId org) {
  const auto current = stream();
  if (!current->ensure()) throw Error(ErrorKind::unavailable, "NATS is away: its messages cannot be removed");
  current->purge("ingest.*." + org.uuid.to_string());
}

bool NatsEventBus::healthy() { return stream()->ensure(); }

}  // namespace likeness
