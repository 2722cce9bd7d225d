#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "gateway/event_stream.hpp"
#include "gateway/headers.hpp"
#include "ports/object_store.hpp"

namespace likeness::gateway {

/// What a route answers. Content-Length, Date, Connection, the trace id, nosniff and, unless the route says otherwise,
/// "Cache-Control: no-store" are added by the server.
struct Response {
  int status = 200;
  Headers headers;
  std::string content_type;  ///< empty with an empty body
  std::string body;
  std::shared_ptr<const EventStream> events;  ///< instead of a body
  std::shared_ptr<ObjectReader> object = {};  ///< instead of a body: read piece by piece while it is sent
  std::uint64_t object_bytes = 0;

  static Response json(int status, const nlohmann::json& document);
  static Response text(int status, std::string content_type, std::string body);
  static Response bytes(int status, std::string content_type, std::span<const std::uint8_t> body);
  /// 200, text/event-stream.
  static Response event_stream(EventStream events);
  /// 200. An object that ends early breaks the connection off, so that nobody takes the part for the whole.
  static Response stream(std::string content_type, std::unique_ptr<ObjectReader> object, std::uint64_t bytes);
  /// 204.
  static Response empty();

  Response&& with(std::string name, std::string value) &&;
};

}  // namespace likeness::gateway
