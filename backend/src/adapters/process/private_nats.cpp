#include "adapters/process/private_nats.hpp"

#include "adapters/process/private_files.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/socket_probe.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// As a string of the server's configuration language.
std::string as_text(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result.push_back('\\');
    result.push_back(c);
  }
  return result + "\"";
}

}  // namespace

PrivateNats::PrivateNats(PrivateServiceOptions options)
    : PrivateService("nats", std::move(options), SIGTERM, SIGKILL), token_(random_hex(24)) {}

void PrivateNats::prepare() {
  program_ = require_program("nats-server", "nats-server");
  port_ = free_loopback_port();
  const std::string text = "listen: \"127.0.0.1:" + std::to_string(port_) + "\"\n" +
                           "authorization { token: " + as_text(token_) + " }\n" +
                           "jetstream {\n  store_dir: " + as_text(own_directory("nats").string()) +
                           "\n  max_memory_store: 16MB\n  max_file_store: 256MB\n}\nmax_payload: 64KB\n";
  write_private_file(configuration(), text, options().run_as);
}

ChildOptions PrivateNats::command() {
  own_directory("nats");
  return {.arguments = {program_, "--config", configuration().string()}, .environment = {{"LC_ALL", "C.UTF-8"}}};
}

bool PrivateNats::answers() {
  return loopback_port_answers(port_, "\"jetstream\":true",
                               "CONNECT {\"verbose\":false,\"auth_token\":\"" + token_ + "\"}\r\nPING\r\n", "PONG");
}

}  // namespace likeness
