#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "gateway/event_stream.hpp"
#include "gateway/headers.hpp"

namespace likeness::gateway {

/// What a route answers. Content-Length, Date, Connection, the trace id, nosniff and, unless the route says otherwise,
/// "Cache-Control: no-store" are added by the server.
struct Response {
  int status = 200;
  Headers headers;
  std::string content_type;  ///< empty with an empty body
  std::string body;
  std::shared_ptr<const EventStream> events;  ///< instead of a body

  static Response json(int status, const nlohmann::json& document);
  static Response text(int status, std::string content_type, std::string body);
  static Response bytes(int status, std::string content_type, std::span<const std::uint8_t> body);
  /// 200, text/event-stream.
  static Response event_stream(EventStream events);
  /// 204.
  static Response empty();

  Response&& with(std::string name, std::string value) &&;
};

}  // namespace likeness::gateway
