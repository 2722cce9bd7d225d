#pragma once

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/worker_pool.hpp"
#include "gateway/http_head.hpp"
#include "gateway/server.hpp"

namespace likeness::gateway {

struct Exchange;

/// What the connections of one server share. Outlives them.
struct ServerContext {
  ServerOptions options;
  const Dispatcher& dispatcher;
  RequestObserver observer;
  std::atomic<bool> stopping = false;
  std::atomic<std::uint64_t> buffered_bytes = 0;
  std::atomic<int> event_streams = 0;
  std::unique_ptr<WorkerPool> workers;
};

/// One client: reads requests one after the other and writes the answers. Everything but stop_when_idle() and abort()
/// runs on the socket's executor, one step at a time.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, ServerContext& context);

  /// Serves until the client leaves, breaks the protocol, or the server stops.
  boost::asio::awaitable<void> run();

  boost::asio::any_io_executor executor() { return socket_.get_executor(); }

  /// Closes the connection unless a request is in flight. Any thread.
  void stop_when_idle();
  /// Closes the connection at once. Any thread.
  void abort();

 private:
  using Clock = std::chrono::steady_clock;

  boost::asio::awaitable<bool> read_more(Clock::time_point until);
  boost::asio::awaitable<std::optional<std::size_t>> read_head_bytes(Exchange& exchange);
  boost::asio::awaitable<bool> serve_one();
  boost::asio::awaitable<void> answer(Exchange& exchange, RequestHead head);
  boost::asio::awaitable<bool> receive(Exchange& exchange, std::uint64_t bytes_max);
  boost::asio::awaitable<bool> receive_into_memory(Exchange& exchange, std::uint64_t bytes_max);
  boost::asio::awaitable<bool> receive_into_sink(Exchange& exchange, std::uint64_t bytes_max);
  boost::asio::awaitable<std::optional<bool>> fill(Exchange& exchange, std::span<std::uint8_t> piece,
                                                   std::size_t& filled);
  boost::asio::awaitable<bool> flush_to_sink(Exchange& exchange, std::span<const std::uint8_t> piece);
  boost::asio::awaitable<bool> send(const Exchange& exchange, bool keep_alive);
  boost::asio::awaitable<bool> send_object(const Exchange& exchange);
  boost::asio::awaitable<bool> send_events(const Exchange& exchange);
  boost::asio::awaitable<bool> pause_events(Clock::time_point until);
  boost::asio::awaitable<bool> send_bytes(std::string_view bytes);
  boost::asio::awaitable<void> close_politely();

  void expire_at(Clock::time_point time);
  void report(const Exchange& exchange) const;

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  ServerContext& context_;
  std::string buffer_;  ///< received and not yet read
  std::string peer_;
  bool first_ = true;            ///< no request has been read yet
  bool in_flight_ = false;       ///< from the first byte of a request to the last of its answer
  bool streaming_idle_ = false;  ///< between two events of a stream
  bool timed_out_ = false;
  bool gone_ = false;  ///< the other end is not there any more
};

}  // namespace likeness::gateway
