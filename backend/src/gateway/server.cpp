#include "gateway/server.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "base/log.hpp"
#include "gateway/connection.hpp"
#include "gateway/response_head.hpp"

namespace likeness::gateway {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::milliseconds kAbortTime{1000};
std::string too_many_connections() {
  Request request;
  request.set_trace(TraceContext::start());
  Response response = problem(ProtocolFault{503, "too many connections; try again in a moment"}, request);
  response.headers.set("traceparent", request.traceparent);
  return response_head(response, request.trace_id, false) + response.body;
}

tcp::endpoint endpoint_of(const ServerOptions& options) {
  error_code error;
  const auto address = asio::ip::make_address(options.host == "localhost" ? "127.0.0.1" : options.host, error);
  if (error)
    throw Error(ErrorKind::invalid_argument, "\"" + options.host + "\" is not an address to listen on", "host");
  return {address, options.port};
}

}  // namespace

/// What happens behind the server's interface. The connections' coroutines live in `io`, so it goes last.
struct HttpServer::Sockets {
  ServerContext context;
  asio::io_context io;
  tcp::acceptor acceptor{io};
  std::vector<std::jthread> threads;
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
  std::uint16_t port = 0;

  std::mutex mutex;
  std::condition_variable changed;
  std::set<std::shared_ptr<Connection>> connections;

  Sockets(ServerOptions options, const Dispatcher& dispatcher, RequestObserver observer)
      : context{std::move(options), dispatcher, std::move(observer), false, 0, 0, nullptr} {}

  void listen();
  asio::awaitable<void> accept();
  void admit(tcp::socket socket);
  bool wait_until_empty(std::chrono::milliseconds timeout);
  void for_each_connection(void (Connection::*action)());
};

void HttpServer::Sockets::listen() {
  const tcp::endpoint endpoint = endpoint_of(context.options);
  try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(asio::socket_base::max_listen_connections);
    port = acceptor.local_endpoint().port();
  } catch (const boost::system::system_error& error) {
    throw Error(ErrorKind::unavailable, fmt::format("cannot listen on {}:{}: {}", context.options.host,
                                                    context.options.port, error.code().message()));
  }
}

asio::awaitable<void> HttpServer::Sockets::accept() {
  while (acceptor.is_open()) {
    asio::any_io_executor executor = asio::make_strand(io);
    auto [error, socket] = co_await acceptor.async_accept(executor, kAwait);
    if (!error) {
      admit(std::move(socket));
    } else if (acceptor.is_open()) {
      // Out of descriptors, most likely: connections that end give some back.
      asio::steady_timer pause(io, kAcceptPause);
      co_await pause.async_wait(kAwait);
    }
  }
}

void HttpServer::Sockets::admit(tcp::socket socket) {
  std::shared_ptr<Connection> connection;
  {
    std::lock_guard lock(mutex);
    if (context.stopping) return;
    if (std::cmp_less(connections.size(), context.options.connections_max)) {
      connection = std::make_shared<Connection>(std::move(socket), context);
      connections.insert(connection);
    }
  }
  if (!connection) {
    error_code error;
    socket.non_blocking(true, error);
    socket.write_some(asio::buffer(too_many_connections()), error);
    return;
  }
  const auto executor = connection->executor();
  asio::co_spawn(executor, connection->run(), [this, connection](std::exception_ptr exception) {
    if (exception) {
      try {
        std::rethrow_exception(exception);
      } catch (const std::exception& error) {
        log::error("a connection ended by an exception: {}", error.what());
      }
    }
    std::lock_guard lock(mutex);
    connections.erase(connection);
    changed.notify_all();
  });
}

bool HttpServer::Sockets::wait_until_empty(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex);
  return changed.wait_for(lock, timeout, [this] { return connections.empty(); });
}

void HttpServer::Sockets::for_each_connection(void (Connection::*action)()) {
  std::lock_guard lock(mutex);
  for (const auto& connection : connections) (connection.get()->*action)();
}

HttpServer::HttpServer(ServerOptions options, const Dispatcher& dispatcher, RequestObserver observer)
    : sockets_(std::make_unique<Sockets>(std::move(options), dispatcher, std::move(observer))) {}

HttpServer::~HttpServer() { stop(); }

void HttpServer::start() {
  Sockets& sockets = *sockets_;
  sockets.listen();
  const ServerOptions& options = sockets.context.options;
  sockets.context.workers = std::make_unique<WorkerPool>(
      "gateway", static_cast<std::size_t>(std::max(1, options.worker_threads)), options.queue_capacity);
  sockets.work.emplace(sockets.io.get_executor());
  asio::co_spawn(sockets.io, sockets.accept(), [](std::exception_ptr) {});
  for (int i = 0; i < std::max(1, options.socket_threads); ++i)
    sockets.threads.emplace_back([&sockets] { sockets.io.run(); });
}

std::uint16_t HttpServer::port() const { return sockets_->port; }

void HttpServer::stop() {
  Sockets& sockets = *sockets_;
  if (sockets.threads.empty()) return;
  {
    std::lock_guard lock(sockets.mutex);
    sockets.context.stopping = true;
  }
  asio::post(sockets.io, [&sockets] {
    error_code error;
    sockets.acceptor.close(error);
  });
  sockets.for_each_connection(&Connection::stop_when_idle);
  if (!sockets.wait_until_empty(sockets.context.options.stop_timeout)) {
    sockets.for_each_connection(&Connection::abort);
    sockets.wait_until_empty(kAbortTime);
  }
  sockets.work.reset();
  sockets.io.stop();
  sockets.threads.clear();
  sockets.context.workers.reset();
}

}  // namespace likeness::gateway
