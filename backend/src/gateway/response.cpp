#include "gateway/response.hpp"

#include <nlohmann/json.hpp>

namespace likeness::gateway {

Response Response::json(int status, const nlohmann::json& document) {
  // Text from feeds was checked when it came in; a stray byte must not turn an answer into a 500.
  return text(status, "application/json", document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Response Response::text(int status, std::string content_type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

Response Response::bytes(int status, std::string content_type, std::span<const std::uint8_t> body) {
  return text(status, std::move(content_type), std::string(body.begin(), body.end()));
}

Response Response::event_stream(EventStream events) {
  Response response;
  response.content_type = "text/event-stream";
  response.events = std::make_shared<const EventStream>(std::move(events));
  return response;
}

Response Response::stream(std::string content_type, std::unique_ptr<ObjectReader> object, std::uint64_t bytes) {
  Response response;
  response.content_type = std::move(content_type);
  response.object = std::move(object);
  response.object_bytes = bytes;
  return response;
}

Response Response::empty() {
  Response response;
  response.status = 204;
  return response;
}

Response&& Response::with(std::string name, std::string value) && {
  headers.set(std::move(name), std::move(value));
  return std::move(*this);
}

}  // namespace likeness::gateway
