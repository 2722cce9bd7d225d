#include "adapters/nats/nats_stream.hpp"

#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

void require(natsStatus status) {
  if (status != NATS_OK) throw Error(ErrorKind::invalid_argument, std::string("NATS: ") + natsStatus_GetText(status));
}

/// Without a handler of ours the library writes to standard error.
void on_error(natsConnection*, natsSubscription*, natsStatus status, void*) {
  log::debug("NATS: {}", natsStatus_GetText(status));
}

void require_answer(natsStatus status) {
  if (status != NATS_OK)
    throw Error(ErrorKind::unavailable, std::string("NATS did not answer: ") + natsStatus_GetText(status));
}

void on_connected(natsConnection*, void*) {}

}  // namespace

NatsStream::NatsStream(NatsOptions options) : options_(std::move(options)) {
  natsOptions* raw = nullptr;
  require(natsOptions_Create(&raw));
  const std::unique_ptr<natsOptions, decltype(&natsOptions_Destroy)> settings(raw, &natsOptions_Destroy);
  require(natsOptions_SetURL(raw, options_.url.c_str()));
  if (!options_.token.empty()) require(natsOptions_SetToken(raw, options_.token.c_str()));
  require(natsOptions_SetName(raw, "likeness"));
  require(natsOptions_SetTimeout(raw, options_.connect_timeout.count()));
  require(natsOptions_SetMaxReconnect(raw, -1));
  require(natsOptions_SetReconnectWait(raw, 250));
  require(natsOptions_SetReconnectJitter(raw, 50, 50));
  require(natsOptions_SetRetryOnFailedConnect(raw, true, &on_connected, nullptr));
  require(natsOptions_SetFailRequestsOnDisconnect(raw, true));
  require(natsOptions_SetPingInterval(raw, 5000));
  require(natsOptions_SetErrorHandler(raw, &on_error, nullptr));
  const natsStatus status = natsConnection_Connect(&connection_, raw);
  if (status != NATS_OK && status != NATS_NOT_YET_CONNECTED) require(status);
  jsOptions defaults;
  jsOptions_Init(&defaults);
  defaults.Wait = options_.publish_timeout.count();
  require(natsConnection_JetStream(&context_, connection_, &defaults));
}

NatsStream::~NatsStream() {
  jsCtx_Destroy(context_);
  natsConnection_Destroy(connection_);
}

bool NatsStream::connected() const { return natsConnection_Status(connection_) == NATS_CONN_STATUS_CONNECTED; }

bool NatsStream::closed() const { return natsConnection_IsClosed(connection_); }

bool NatsStream::ensure() {
  if (!connected()) return false;
  if (known_) return true;
  const char* subjects[] = {"ingest.fetch.*", "ingest.understand.*"};
  jsStreamConfig config;
  jsStreamConfig_Init(&config);
  config.Name = options_.stream.c_str();
  config.Subjects = subjects;
  config.SubjectsLen = 2;
  config.Retention = js_LimitsPolicy;
  config.Storage = js_FileStorage;
  config.Discard = js_DiscardOld;
  config.MaxAge = 3600 * kNanosecondsPerSecond;
  config.MaxMsgs = 100'000;
  config.MaxBytes = 64 << 20;
  config.MaxMsgSize = 64 << 10;
  config.Duplicates = 120 * kNanosecondsPerSecond;
  jsErrCode code{};
  const natsStatus status = js_AddStream(nullptr, context_, &config, nullptr, &code);
  if (status != NATS_OK)
    log::debug("the NATS stream cannot be created: {} ({})", natsStatus_GetText(status), static_cast<int>(code));
  known_ = status == NATS_OK;
  return known_;
}

natsStatus NatsStream::publish(const std::string& subject, const std::string& message_id, const std::string& payload,
                               const std::string& traceparent) {
  natsMsg* raw = nullptr;
  natsStatus status = natsMsg_Create(&raw, subject.c_str(), nullptr, payload.data(), static_cast<int>(payload.size()));
  const std::unique_ptr<natsMsg, decltype(&natsMsg_Destroy)> message(raw, &natsMsg_Destroy);
  if (status == NATS_OK && !traceparent.empty())
    status = natsMsgHeader_Set(message.get(), "traceparent", traceparent.c_str());
  if (status != NATS_OK) return status;
  jsPubOptions settings;
  jsPubOptions_Init(&settings);
  settings.MsgId = message_id.empty() ? nullptr : message_id.c_str();
  settings.MaxWait = options_.publish_timeout.count();
  return js_PublishMsg(nullptr, context_, message.get(), &settings, nullptr);
}

long NatsStream::count(const std::string& subject) {
  jsOptions settings;
  jsOptions_Init(&settings);
  settings.Stream.Info.SubjectsFilter = subject.c_str();
  jsStreamInfo* raw = nullptr;
  require_answer(js_GetStreamInfo(&raw, context_, options_.stream.c_str(), &settings, nullptr));
  const std::unique_ptr<jsStreamInfo, decltype(&jsStreamInfo_Destroy)> info(raw, &jsStreamInfo_Destroy);
  long count = 0;
  if (const auto* subjects = info->State.Subjects)
    for (int i = 0; i < subjects->Count; ++i) count += static_cast<long>(subjects->List[i].Msgs);
  return count;
}

void NatsStream::purge(const std::string& subject) {
  jsOptions settings;
  jsOptions_Init(&settings);
  settings.Stream.Purge.Subject = subject.c_str();
  require_answer(js_PurgeStream(context_, options_.stream.c_str(), &settings, nullptr));
}

NatsStream::Subscription NatsStream::subscribe(const std::string& subject, const std::string& consumer) {
  Subscription subscription(nullptr, &natsSubscription_Destroy);
  if (!ensure()) return subscription;
  // The consumer is made apart from the subscription, so that ending one process's subscription leaves it in place.
  jsConsumerConfig config;
  jsConsumerConfig_Init(&config);
  config.Durable = consumer.c_str();
  config.FilterSubject = subject.c_str();
  config.AckPolicy = js_AckExplicit;
  config.MaxDeliver = 3;
  natsStatus status = js_AddConsumer(nullptr, context_, options_.stream.c_str(), &config, nullptr, nullptr);
  if (status == NATS_OK) {
    jsSubOptions settings;
    jsSubOptions_Init(&settings);
    settings.Stream = options_.stream.c_str();
    settings.Consumer = consumer.c_str();
    natsSubscription* raw = nullptr;
    status = js_PullSubscribe(&raw, context_, subject.c_str(), consumer.c_str(), nullptr, &settings, nullptr);
    subscription.reset(raw);
  }
  if (status != NATS_OK) forget();
  return subscription;
}

bool NatsStream::has_consumer(const std::string& consumer) {
  jsConsumerInfo* info = nullptr;
  const natsStatus status =
      js_GetConsumerInfo(&info, context_, options_.stream.c_str(), consumer.c_str(), nullptr, nullptr);
  jsConsumerInfo_Destroy(info);
  if (status == NATS_NOT_FOUND) forget();
  return status != NATS_NOT_FOUND;
}

}  // namespace likeness
