#include "adapters/redis/redis_url.hpp"

#include <charconv>

#include "base/error.hpp"

namespace likeness {
namespace {

int parse_number(std::string_view text, const char* what, int max) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > max)
    throw Error(ErrorKind::invalid_argument, std::string("the Redis URL has no usable ") + what);
  return value;
}

}  // namespace

RedisAddress parse_redis_url(const std::string& url) {
  RedisAddress address;
  std::string_view rest = url;
  if (rest.starts_with("rediss://"))
    throw Error(ErrorKind::unsupported,
                "rediss:// (Redis over TLS) is not supported: use redis:// or unix://, or a TLS tunnel beside Redis");
  if (rest.starts_with("unix://")) {
    address.socket_path = rest.substr(7);
    if (!address.socket_path.starts_with('/'))
      throw Error(ErrorKind::invalid_argument, "a unix:// URL of Redis needs an absolute path: unix:///run/redis.sock");
    return address;
  }
  if (!rest.starts_with("redis://"))
    throw Error(ErrorKind::invalid_argument, "the Redis URL starts neither with redis:// nor with unix://");
  rest.remove_prefix(8);
  if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
    const std::string_view login = rest.substr(0, at);
    const auto colon = login.find(':');
    if (colon == std::string_view::npos)
      throw Error(ErrorKind::invalid_argument, "the Redis URL names a user without a password");
    address.user = login.substr(0, colon);
    address.password = login.substr(colon + 1);
    rest.remove_prefix(at + 1);
  }
  if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
    if (slash + 1 < rest.size()) address.database = parse_number(rest.substr(slash + 1), "database number", 1'000'000);
    rest = rest.substr(0, slash);
  }
  const auto bracket = rest.rfind(']');
  const auto colon = rest.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos) {
    address.port = parse_number(rest.substr(colon + 1), "port", 65535);
    rest = rest.substr(0, colon);
  }
  if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
  if (rest.empty()) throw Error(ErrorKind::invalid_argument, "the Redis URL names no host");
  address.host = rest;
  return address;
}

}  // namespace likeness
