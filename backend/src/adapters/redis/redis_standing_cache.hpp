#pragma once

#include <chrono>
#include <mutex>
#include <unordered_map>

#include "adapters/redis/redis_connections.hpp"
#include "ports/standing.hpp"

namespace likeness {

struct RedisStandingOptions {
  std::string url;            ///< unix:///path or redis://host:port[/database]
  std::string password = {};  ///< where it is not in the URL
  std::chrono::milliseconds timeout{200};
  std::chrono::milliseconds pause{1000};  ///< how long Redis is left alone after a failure
  int connections_max = 8;
  std::chrono::milliseconds kept{10'000};      ///< life of a word
  std::chrono::milliseconds changing{60'000};  ///< life of a mark; longer than `kept` and than any request takes
  std::size_t marks_max = 10'000;              ///< changes that this process remembers by itself
};

/// Words in Redis under "likeness:standing:<subject>". keep() writes only where there is nothing, changes() writes a
/// mark over whatever is there, which no word replaces. This process remembers its marks beside Redis, so they hold
/// where Redis was away, was wiped or came back with old data. A connection that breaks may mean a Redis with old data:
/// then no word is read or kept for as long as an old one could live.
class RedisStandingCache final : public StandingCache {
 public:
  /// Error{invalid_argument} or Error{unsupported} for a bad URL; a Redis that is away is no error.
  explicit RedisStandingCache(const RedisStandingOptions& options);

  std::vector<std::optional<std::string>> get(std::span<const std::string> subjects) override;
  void keep(const std::string& subject, const std::string& word) override;
  void changes(const std::string& subject) override;

 private:
  using Clock = std::chrono::steady_clock;

  /// Whether words may be read and written now; looks for connections that broke.
  bool trusts_redis();
  bool is_changing(const std::string& subject);
  void remember(const std::string& subject);

  RedisConnections connections_;
  const RedisStandingOptions options_;
  std::mutex mutex_;
  std::unordered_map<std::string, Clock::time_point> changing_until_;
  Clock::time_point distrusted_until_{};
  std::uint64_t breaks_seen_ = 0;
};

}  // namespace likeness
