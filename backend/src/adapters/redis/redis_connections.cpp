#include "adapters/redis/redis_connections.hpp"

#include <hiredis/hiredis.h>
#include <sys/time.h>

#include <csignal>

#include "base/log.hpp"

namespace likeness {
namespace {

timeval to_timeval(std::chrono::milliseconds time) {
  return {.tv_sec = time.count() / 1000, .tv_usec = (time.count() % 1000) * 1000};
}

/// hiredis writes without MSG_NOSIGNAL: a Redis that went away would end the process.
void ignore_broken_pipes() {
  struct sigaction current{};
  if (sigaction(SIGPIPE, nullptr, &current) == 0 && current.sa_handler == SIG_DFL) std::signal(SIGPIPE, SIG_IGN);
}

std::optional<std::string> text_of(const redisReply& reply) {
  if (reply.type != REDIS_REPLY_STRING && reply.type != REDIS_REPLY_STATUS) return std::nullopt;
  return std::string(reply.str, static_cast<std::size_t>(reply.len));
}

}  // namespace

void RedisConnections::Close::operator()(redisContext* context) const { redisFree(context); }

RedisConnections::RedisConnections(RedisAddress address, std::chrono::milliseconds timeout,
                                   std::chrono::milliseconds pause, int connections_max)
    : address_(std::move(address)), timeout_(timeout), pause_(pause), connections_max_(connections_max) {
  ignore_broken_pipes();
}

RedisConnections::~RedisConnections() = default;

std::optional<RedisReply> RedisConnections::command(std::span<const std::string> words) {
  auto taken = take();
  if (!taken) return std::nullopt;
  Connection connection = std::move(*taken);
  std::optional<RedisReply> reply;
  if (connection) {
    reply = run(connection, words);
    if (!connection) ++breaks_;
  }
  if (!connection) {
    connection = connect();
    if (connection) reply = run(connection, words);
    if (!connection) {
      ++breaks_;
      open_circuit();
    }
  }
  give_back(std::move(connection));
  return reply;
}

std::optional<RedisConnections::Connection> RedisConnections::take() {
  std::unique_lock lock(mutex_);
  if (std::chrono::steady_clock::now() < closed_until_) return std::nullopt;
  if (!given_back_.wait_for(lock, timeout_, [this] { return in_use_ < connections_max_; })) return std::nullopt;
  if (std::chrono::steady_clock::now() < closed_until_) return std::nullopt;
  ++in_use_;
  if (idle_.empty()) return Connection{};
  Connection connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void RedisConnections::give_back(Connection connection) {
  {
    std::lock_guard lock(mutex_);
    --in_use_;
    if (connection) idle_.push_back(std::move(connection));
  }
  given_back_.notify_one();
}

void RedisConnections::open_circuit() {
  std::lock_guard lock(mutex_);
  idle_.clear();
  closed_until_ = std::chrono::steady_clock::now() + pause_;
  log::debug("Redis does not answer; it is left alone for {} ms", pause_.count());
}

RedisConnections::Connection RedisConnections::connect() const {
  const timeval limit = to_timeval(timeout_);
  Connection connection(address_.socket_path.empty()
                            ? redisConnectWithTimeout(address_.host.c_str(), address_.port, limit)
                            : redisConnectUnixWithTimeout(address_.socket_path.c_str(), limit));
  if (!connection || connection->err != 0 || redisSetTimeout(connection.get(), limit) != REDIS_OK) return {};
  if (!address_.password.empty()) {
    std::vector<std::string> words = {"AUTH"};
    if (!address_.user.empty()) words.push_back(address_.user);
    words.push_back(address_.password);
    if (!run(connection, words)) {
      if (connection) log::warning("Redis refuses the configured password");
      return {};
    }
  }
  if (address_.database != 0 && !run(connection, std::vector<std::string>{"SELECT", std::to_string(address_.database)}))
    return {};
  return connection;
}

std::optional<RedisReply> RedisConnections::run(Connection& connection, std::span<const std::string> words) const {
  std::vector<const char*> texts;
  std::vector<std::size_t> sizes;
  for (const std::string& word : words) {
    texts.push_back(word.data());
    sizes.push_back(word.size());
  }
  auto* raw = static_cast<redisReply*>(
      redisCommandArgv(connection.get(), static_cast<int>(texts.size()), texts.data(), sizes.data()));
  if (!raw) {
    connection.reset();
    return std::nullopt;
  }
  const std::unique_ptr<redisReply, decltype(&freeReplyObject)> reply(raw, &freeReplyObject);
  if (reply->type == REDIS_REPLY_ERROR) {
    log::debug("Redis refuses {}: {}", words.front(), reply->str);
    return std::nullopt;
  }
  RedisReply answer;
  answer.text = text_of(*reply);
  if (reply->type == REDIS_REPLY_ARRAY)
    for (std::size_t i = 0; i < reply->elements; ++i) answer.elements.push_back(text_of(*reply->element[i]));
  return answer;
}

}  // namespace likeness
