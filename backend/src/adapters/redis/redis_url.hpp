#pragma once

#include <string>

namespace likeness {

/// Where a Redis listens. Either socket_path or host is set.
struct RedisAddress {
  std::string socket_path;
  std::string host;
  int port = 6379;
  int database = 0;
  std::string user;
  std::string password;
};

/// Reads "unix:///path" or "redis://[[user]:password@]host[:port][/database]". Error{invalid_argument} otherwise;
/// "rediss://" is Error{unsupported}, because the library in use has no TLS. No message repeats the URL's password.
RedisAddress parse_redis_url(const std::string& url);

}  // namespace likeness
