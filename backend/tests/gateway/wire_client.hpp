#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/headers.hpp"

namespace likeness::gateway::test {

/// An answer as it came over the wire.
struct WireAnswer {
  int status = 0;
  Headers headers;
  std::string body;

  nlohmann::json json() const { return nlohmann::json::parse(body); }
  /// The fields that a problem names, joined by a space.
  std::string faulty_fields() const;
};

/// A client that sends exactly the bytes it is told to, to 127.0.0.1.
class WireClient {
 public:
  explicit WireClient(std::uint16_t port);
  ~WireClient();
  WireClient(const WireClient&) = delete;

  /// False where the server has closed.
  bool send(std::string_view bytes);
  /// Reads one answer; nullopt where the server closed before its end or five seconds passed.
  std::optional<WireAnswer> receive(bool head_only = false);
  /// What has come, or comes within the time; "" where that is nothing.
  std::string read_some(std::chrono::milliseconds time);
  /// Whether the server closes within the time, without sending more.
  bool closed_within(std::chrono::milliseconds time);

 private:
  bool read_more(std::chrono::milliseconds time);

  int socket_ = -1;
  std::string buffer_;
};

/// "POST /x HTTP/1.1", Host and Content-Length around a body.
std::string request_text(std::string_view method, std::string_view target, std::string_view fields = "",
                         std::string_view body = "");
/// Sends one request on a connection of its own.
WireAnswer exchange(std::uint16_t port, std::string_view bytes);

}  // namespace likeness::gateway::test
