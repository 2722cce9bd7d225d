#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "gateway/dispatcher.hpp"

namespace likeness::gateway {

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one, see HttpServer::port()
  int socket_threads = 1;
  int worker_threads = 8;
  std::size_t queue_capacity = 256;  ///< requests that wait for a worker; beyond it 503
  int connections_max = 4096;
  std::size_t header_bytes_max = 8 * 1024;
  std::size_t target_bytes_max = 4 * 1024;
  std::uint64_t json_body_bytes_max = 1024 * 1024;
  std::uint64_t image_body_bytes_max = 20 * 1024 * 1024;
  std::uint64_t lines_body_bytes_max = 16 * 1024 * 1024;
  std::uint64_t feed_body_bytes_max = 4ULL * 1024 * 1024 * 1024;
  std::uint64_t buffered_bytes_max = 512ULL * 1024 * 1024;  ///< bodies in memory, all connections together
  std::chrono::milliseconds header_timeout{10'000};
  std::chrono::milliseconds idle_timeout{60'000};
  std::chrono::milliseconds body_grace{10'000};  ///< a body may lag behind body_bytes_per_second_min by this much
  std::uint64_t body_bytes_per_second_min = 1024;
  std::chrono::milliseconds request_timeout{30'000};  ///< Request::deadline, counted from the end of the header
  std::chrono::milliseconds stop_timeout{10'000};
  int event_streams_max = 256;  ///< open at a time; beyond it 503
  std::chrono::milliseconds event_heartbeat{15'000};
  std::chrono::milliseconds event_stream_max{3'600'000};  ///< after which a stream ends; clients come back
};

/// Called once per answered request, on a socket thread: pattern of the route ("unmatched" where there is none),
/// status, seconds from the end of the header to the end of the answer. Must not wait.
using RequestObserver = std::function<void(std::string_view route, int status, double seconds)>;

/// HTTP/1.1 on one address: reads requests within bounds of size and time, has the dispatcher answer them on a bounded
/// worker pool, and writes the answers. The dispatcher must outlive it.
class HttpServer {
 public:
  HttpServer(ServerOptions options, const Dispatcher& dispatcher, RequestObserver observer = {});
  /// Stops.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;

  /// Listens and returns. Error{unavailable} where the address cannot be had.
  void start();
  /// The port listened on.
  std::uint16_t port() const;
  /// Stops listening, closes idle connections, lets requests in flight finish within stop_timeout, then closes the
  /// rest. Idempotent.
  void stop();

 private:
  struct Sockets;
  std::unique_ptr<Sockets> sockets_;
};

}  // namespace likeness::gateway
