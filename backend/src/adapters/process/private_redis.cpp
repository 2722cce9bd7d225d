#include "adapters/process/private_redis.hpp"

#include "adapters/process/program_path.hpp"
#include "adapters/process/socket_probe.hpp"

namespace likeness {

PrivateRedis::PrivateRedis(PrivateServiceOptions options)
    : PrivateService("redis", std::move(options), SIGTERM, SIGKILL) {}

void PrivateRedis::prepare() {
  program_ = require_program("redis-server", "redis-server");
  own_directory("redis");
}

ChildOptions PrivateRedis::command() {
  const std::string directory = (options().data_directory / "redis").string();
  return {.arguments = {program_,
                        "--port",
                        "0",
                        "--unixsocket",
                        socket().string(),
                        "--unixsocketperm",
                        "700",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--maxmemory",
                        "256mb",
                        "--maxmemory-policy",
                        "allkeys-lru",
                        "--dir",
                        directory,
                        "--daemonize",
                        "no",
                        "--logfile",
                        ""},
          .environment = {{"LC_ALL", "C.UTF-8"}}};
}

bool PrivateRedis::answers() { return unix_socket_answers(socket(), "PING\r\n", "+PONG"); }

}  // namespace likeness
