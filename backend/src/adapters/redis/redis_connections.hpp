#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/redis/redis_url.hpp"

struct redisContext;

namespace likeness {

/// What a command answered: a string, or an array of strings; nothing for nil and for answers without text.
struct RedisReply {
  std::optional<std::string> text;
  std::vector<std::optional<std::string>> elements;
};

/// A few connections to one Redis. A command that fails on a connection from before is tried once on a new one, so a
/// restarted Redis costs nothing; when that fails too, every command fails at once for `pause`. Thread-safe.
class RedisConnections {
 public:
  RedisConnections(RedisAddress address, std::chrono::milliseconds timeout, std::chrono::milliseconds pause,
                   int connections_max);
  ~RedisConnections();

  /// nullopt where Redis is away, refuses the command, or no connection was free in time.
  std::optional<RedisReply> command(std::span<const std::string> words);
  /// How often a connection broke so far: Redis may have been restarted each time.
  std::uint64_t breaks() const { return breaks_.load(); }

 private:
  struct Close {
    void operator()(redisContext* context) const;
  };
  using Connection = std::unique_ptr<redisContext, Close>;

  /// A free connection, or null where a new one may be opened; nullopt where all stay in use or the circuit is open.
  std::optional<Connection> take();
  void give_back(Connection connection);
  void open_circuit();
  Connection connect() const;
  /// Null connection afterwards where it broke.
  std::optional<RedisReply> run(Connection& connection, std::span<const std::string> words) const;

  const RedisAddress address_;
  const std::chrono::milliseconds timeout_;
  const std::chrono::milliseconds pause_;
  const int connections_max_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::vector<Connection> idle_;
  int in_use_ = 0;
  std::atomic<std::uint64_t> breaks_{0};
  std::chrono::steady_clock::time_point closed_until_{};
};

}  // namespace likeness
