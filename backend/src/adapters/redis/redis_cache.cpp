#include "adapters/redis/redis_cache.hpp"

namespace likeness {
namespace {

std::string full_key(OrgId org, const std::string& key) { return "likeness:" + org.uuid.to_string() + ":" + key; }

RedisAddress address_of(const RedisCacheOptions& options) {
  RedisAddress address = parse_redis_url(options.url);
  if (!options.password.empty()) address.password = options.password;
  return address;
}

using Words = std::vector<std::string>;

/// One step of a walk over the keys; answers the next cursor and how many keys fitted.
constexpr char kWalkScript[] = R"(
  local step = redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', 500)
  if ARGV[3] == 'remove' then for _, key in ipairs(step[2]) do redis.call('UNLINK', key) end end
  return step[1] .. ' ' .. #step[2])";

}  // namespace

RedisCache::RedisCache(const RedisCacheOptions& options, Cache* fallback)
    : connections_(address_of(options), options.timeout, options.pause, options.connections_max), fallback_(fallback) {}

void RedisCache::put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) {
  if (time_to_live.count() <= 0) return remove(org, key);
  const Words words = {"SET", full_key(org, key), value, "EX", std::to_string(time_to_live.count())};
  const bool stored = connections_.command(words).has_value();
  if (!fallback_) return;
  // An older value in the fallback must not come back when Redis has dropped the newer one.
  if (stored)
    fallback_->remove(org, key);
  else
    fallback_->put(org, key, value, time_to_live);
}

std::optional<std::string> RedisCache::get(OrgId org, const std::string& key) {
  const auto reply = connections_.command(Words{"GET", full_key(org, key)});
  if (reply && reply->text) return reply->text;
  return fallback_ ? fallback_->get(org, key) : std::nullopt;
}

void RedisCache::remove(OrgId org, const std::string& key) {
  connections_.command(Words{"DEL", full_key(org, key)});
  if (fallback_) fallback_->remove(org, key);
}

long RedisCache::walk(OrgId org, bool removing) {
  long count = 0;
  std::string cursor = "0";
  do {
    const auto reply = connections_.command(
        Words{"EVAL", kWalkScript, "0", cursor, "likeness:*" + org.uuid.to_string() + "*", removing ? "remove" : ""});
    if (!reply || !reply->text) throw Error(ErrorKind::unavailable, "Redis is away: its keys cannot be looked at");
    const auto space = reply->text->find(' ');
    cursor = reply->text->substr(0, space);
    count += std::stol(reply->text->substr(space));
  } while (cursor != "0");
  return count;
}

bool RedisCache::healthy() { return connections_.command(Words{"PING"}).has_value(); }

}  // namespace likeness
