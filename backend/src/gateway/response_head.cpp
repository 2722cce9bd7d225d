#include "gateway/response_head.hpp"

#include <fmt/chrono.h>

#include <fmt/format.h>
#include <ctime>

namespace likeness::gateway {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Status";
  }
}

void add_field(std::string& head, std::string_view name, std::string_view value) {
  constexpr std::string_view kForbidden("\r\n\0", 3);
  if (name.find_first_of(kForbidden) != std::string_view::npos) return;
  if (value.find_first_of(kForbidden) != std::string_view::npos) return;
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string response_head(const Response& response, const std::string& trace_id, bool keep_alive, bool takes_chunks) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  add_field(head, "Date", fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr))));
  add_field(head, "Connection", keep_alive ? "keep-alive" : "close");
  if (!response.content_type.empty()) add_field(head, "Content-Type", response.content_type);
  // A 204 or 304 has no body by definition, and must not give a length of one.
  if (response.events && takes_chunks)
    add_field(head, "Transfer-Encoding", "chunked");
  else if (!response.events && response.status != 204 && response.status != 304)
    add_field(head, "Content-Length", std::to_string(response.object ? response.object_bytes : response.body.size()));
  add_field(head, "X-Content-Type-Options", "nosniff");
  add_field(head, "Likeness-Trace-Id", trace_id);
  if (!response.headers.find("Cache-Control")) add_field(head, "Cache-Control", "no-store");
  for (const auto& [name, value] : response.headers) add_field(head, name, value);
  return head.append("\r\n");
}

}  // namespace likeness::gateway
