#pragma once

#include "adapters/redis/redis_connections.hpp"
#include "ports/cache.hpp"
#include "ports/org_data.hpp"

namespace likeness {

struct RedisCacheOptions {
  std::string url;            ///< unix:///path or redis://host:port[/database]
  std::string password = {};  ///< where it is not in the URL
  std::chrono::milliseconds timeout{200};
  std::chrono::milliseconds pause{1000};  ///< how long Redis is left alone after a failure
  int connections_max = 4;
};

/// Cache in Redis under "likeness:<org uuid>:<key>". Where Redis is away, the fallback stands in, and what it took
/// meanwhile is still found afterwards. Ignores SIGPIPE in the process.
class RedisCache : public Cache, public OrgData {
 public:
  /// `fallback` may be null and must outlive this. Error{invalid_argument} or Error{unsupported} for a bad URL; a Redis
  /// that is away is no error.
  explicit RedisCache(const RedisCacheOptions& options, Cache* fallback = nullptr);

  void put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) override;
  std::optional<std::string> get(OrgId org, const std::string& key) override;
  void remove(OrgId org, const std::string& key) override;
  /// Of Redis itself, whatever the fallback.
  bool healthy() override;
  /// Of Redis itself: every key that names the org.
  std::string store_name() const override { return "cache"; }
  long count_of(OrgId org) override { return walk(org, /*removing=*/false); }
  void erase_all_of(OrgId org) override { walk(org, /*removing=*/true); }

 private:
  /// Looks at some keys at a time, so that Redis serves others meanwhile. Returns how many fit.
  long walk(OrgId org, bool removing);

  RedisConnections connections_;
  Cache* const fallback_;
};

}  // namespace likeness
