#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "gateway/message_reader.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "gateway/server.hpp"

namespace likeness::gateway {

/// One read from a socket, and the largest answer that is sent in one piece with its head.
inline constexpr std::size_t kReadBytes = 16 * 1024;
/// One piece for a sink, and one write of a larger answer.
inline constexpr std::size_t kPieceBytes = 128 * 1024;

/// One request and its answer.
struct Exchange {
  explicit Exchange(const ServerOptions& options) : reader(options.header_bytes_max) {}

  MessageReader reader;
  Request request;
  Response response;
  Framing framing;
  std::string method;
  std::string route = "unmatched";
  bool head_only = false;
  bool body_left = true;  ///< bytes of the request may still be on the wire: the connection cannot be used again
  std::chrono::steady_clock::time_point body_started;
  Stopwatch watch;
};

/// The answer to a body over its bound; 0 bounds a route that takes none.
Response too_large(std::uint64_t bytes_max, const Request& request);
/// The answer where a bound of the server as a whole is reached.
Response busy(const Request& request);

}  // namespace likeness::gateway
