#include "gateway/connection.hpp"

#include <fmt/format.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <utility>

#include "base/clock.hpp"
#include "base/log.hpp"
#include "gateway/exchange.hpp"
#include "gateway/on_worker.hpp"
#include "gateway/response_head.hpp"
#include "gateway/stream_place.hpp"

namespace likeness::gateway {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::uint64_t kDrainBytesMax = 32 * 1024 * 1024;
constexpr std::chrono::seconds kDrainTime{2};

std::uint64_t body_bytes_max(const ServerOptions& options, BodyKind kind) {
  switch (kind) {
    case BodyKind::none:
      return 0;
    case BodyKind::json:
      return options.json_body_bytes_max;
    case BodyKind::image:
      return options.image_body_bytes_max;
    case BodyKind::lines:
      return options.lines_body_bytes_max;
    case BodyKind::feed:
      return options.feed_body_bytes_max;
  }
  std::unreachable();
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, ServerContext& context)
    : socket_(std::move(socket)), timer_(socket_.get_executor()), context_(context) {
  error_code error;
  const auto endpoint = socket_.remote_endpoint(error);
  if (!error) peer_ = endpoint.address().to_string();
  socket_.set_option(asio::ip::tcp::no_delay(true), error);
}

asio::awaitable<void> Connection::run() {
  while (true) {
    const bool again = co_await serve_one();
    if (!again) break;
    first_ = false;
  }
  co_await close_politely();
}

void Connection::stop_when_idle() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    error_code error;
    if (!self->in_flight_) self->socket_.close(error);
    // A stream sees that the server stops, and ends.
    if (self->streaming_idle_) self->socket_.cancel(error);
  });
}

void Connection::abort() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    error_code error;
    self->gone_ = true;
    self->socket_.close(error);
  });
}

/// From now on, whatever waits on the socket is given up at `time`.
void Connection::expire_at(Clock::time_point time) {
  timed_out_ = false;
  timer_.expires_at(time);
  timer_.async_wait([weak = weak_from_this()](error_code error) {
    const auto self = weak.lock();
    // A wait that had ended before it could be called off finds the timer set anew.
    if (error || !self || self->timer_.expiry() > Clock::now()) return;
    self->timed_out_ = true;
    self->socket_.cancel(error);
  });
}

/// False where nothing more came, in time or at all.
asio::awaitable<bool> Connection::read_more(Clock::time_point until) {
  expire_at(until);
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kReadBytes);
  const auto space = asio::buffer(buffer_.data() + held, kReadBytes);
  const auto [error, count] = co_await socket_.async_read_some(space, kAwait);
  buffer_.resize(held + count);
  co_return !error;
}

/// Number of bytes of the head at the start of the buffer. nullopt: the connection ends, with the exchange's answer
/// where it has one.
asio::awaitable<std::optional<std::size_t>> Connection::read_head_bytes(Exchange& exchange) {
  const ServerOptions& options = context_.options;
  auto until = Clock::now() + (first_ ? options.header_timeout : options.idle_timeout);
  bool started = buffer_.size() > 0;
  if (started) until = Clock::now() + options.header_timeout;
  in_flight_ = started;
  while (true) {
    const std::string_view bytes = buffer_;
    const std::size_t end = bytes.find("\r\n\r\n");
    const bool complete = end != std::string_view::npos && end + 4 <= options.header_bytes_max;
    if (auto fault = raw_fault(bytes.substr(0, complete ? end + 4 : options.header_bytes_max))) {
      exchange.response = problem(*fault, exchange.request);
      co_return std::nullopt;
    }
    if (complete) co_return end + 4;
    if (bytes.size() >= options.header_bytes_max) {
      exchange.response = problem(oversize_fault(bytes, options.header_bytes_max), exchange.request);
      co_return std::nullopt;
    }
    if (context_.stopping && !started) {
      gone_ = true;
      co_return std::nullopt;
    }
    const bool more = co_await read_more(until);
    if (!more) {
      gone_ = !timed_out_ || !started;
      exchange.response = problem(ProtocolFault{408, "the header did not arrive in time"}, exchange.request);
      co_return std::nullopt;
    }
    if (!started) {
      started = in_flight_ = true;
      until = Clock::now() + options.header_timeout;
    }
  }
}

/// Whether the connection is good for another request.
asio::awaitable<bool> Connection::serve_one() {
  Exchange exchange(context_.options);
  exchange.request.set_trace(TraceContext::start());
  exchange.request.peer = peer_;

  const auto head_bytes = co_await read_head_bytes(exchange);
  exchange.watch = Stopwatch();
  if (head_bytes) {
    auto head = exchange.reader.read_head(std::string_view(buffer_).substr(0, *head_bytes));
    buffer_.erase(0, *head_bytes);
    if (head)
      co_await answer(exchange, std::move(*head));
    else
      exchange.response = problem(head.error(), exchange.request);
  }
  if (gone_) co_return false;
  const bool streams = exchange.response.events && !exchange.head_only;
  const StreamPlace place(context_, streams);
  if (!place.had()) exchange.response = busy(exchange.request);
  exchange.response.headers.set("traceparent", exchange.request.traceparent);
  const bool keep_alive = exchange.framing.keep_alive && !exchange.body_left && !context_.stopping;
  bool sent = co_await send(exchange, keep_alive);
  report(exchange);
  if (sent && streams && place.had()) sent = co_await send_events(exchange);
  in_flight_ = false;
  co_return sent&& keep_alive;
}

/// Fills the exchange's response, unless the other end is gone.
asio::awaitable<void> Connection::answer(Exchange& exchange, RequestHead head) {
  const ServerOptions& options = context_.options;
  const Dispatcher& dispatcher = context_.dispatcher;
  Request& request = exchange.request;
  exchange.method = head.method;
  request.set_trace(trace_of(head.headers));
  exchange.head_only = head.method == "HEAD";
  auto framing = framing_of(head, options.target_bytes_max);
  if (!framing) {
    exchange.framing.keep_alive = false;
    exchange.response = problem(framing.error(), request);
    co_return;
  }
  exchange.framing = std::move(*framing);
  exchange.body_left = exchange.framing.has_body();
  request.method = head.method;
  request.path = exchange.framing.path;
  request.headers = std::move(head.headers);
  request.deadline = Clock::now() + options.request_timeout;

  auto outcome = dispatcher.match(request);
  if (!outcome.route) {
    exchange.response = std::move(*outcome.refusal);
    co_return;
  }
  const Route& route = *outcome.route;
  exchange.route = route.pattern;
  const std::uint64_t bytes_max = body_bytes_max(options, route.body);
  if (exchange.framing.content_length > bytes_max || (bytes_max == 0 && exchange.framing.chunked)) {
    exchange.response = too_large(bytes_max, request);
    co_return;
  }

  const bool has_body = exchange.framing.has_body();
  bool admitted = false;
  std::function<void()> first_step = [&exchange, &dispatcher, &route, &admitted, has_body] {
    auto refusal = dispatcher.admit(route, exchange.request, exchange.framing.query, has_body);
    admitted = !refusal;
    if (refusal)
      exchange.response = std::move(*refusal);
    else if (!has_body)
      exchange.response = dispatcher.respond(route, exchange.request);
  };
  bool ran = true;
  if (route.immediate)
    first_step();
  else
    ran = co_await on_worker(*context_.workers, first_step);
  if (!ran) exchange.response = busy(request);
  if (!ran || !admitted || !has_body) co_return;

  const bool received = co_await receive(exchange, bytes_max);
  if (received) {
    request.deadline = Clock::now() + options.request_timeout;
    std::function<void()> second_step = [&exchange, &dispatcher, &route] {
      exchange.response = dispatcher.respond(route, exchange.request);
    };
    ran = co_await on_worker(*context_.workers, second_step);
    if (!ran) exchange.response = busy(request);
  }
  context_.buffered_bytes -= std::exchange(request.body, {}).size();
  // Dropping a sink may wait for a disk or another server.
  std::function<void()> last_step = [sink = std::exchange(request.sink, {})]() mutable { sink.reset(); };
  if (route.sink) co_await on_worker(*context_.workers, last_step);
}

asio::awaitable<bool> Connection::send(const Exchange& exchange, bool keep_alive) {
  const std::string head =
      response_head(exchange.response, exchange.request.trace_id, keep_alive, exchange.framing.takes_chunks);
  const bool has_body = !exchange.head_only && !exchange.response.body.empty();
  // A small answer goes out in one packet.
  if (has_body && exchange.response.body.size() <= kReadBytes) {
    const std::string whole = head + exchange.response.body;
    co_return co_await send_bytes(whole);
  }
  bool sent = co_await send_bytes(head);
  if (sent && has_body) sent = co_await send_bytes(exchange.response.body);
  if (sent && exchange.response.object && !exchange.head_only) sent = co_await send_object(exchange);
  co_return sent;
}

/// In pieces, each of which may take the idle time, so that a client that stops reading is let go.
asio::awaitable<bool> Connection::send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kPieceBytes);
    expire_at(Clock::now() + context_.options.idle_timeout);
    const auto [error, count] = co_await asio::async_write(socket_, asio::buffer(piece), kAwait);
    if (error) {
      gone_ = true;
      co_return false;
    }
    bytes.remove_prefix(piece.size());
  }
  co_return true;
}

/// Ends the connection so that the last answer arrives: closing while the client still sends would reset it.
asio::awaitable<void> Connection::close_politely() {
  error_code error;
  if (!gone_ && socket_.is_open()) {
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    const auto until = Clock::now() + kDrainTime;
    std::uint64_t drained = 0;
    while (drained < kDrainBytesMax) {
      buffer_.clear();
      const bool more = co_await read_more(until);
      if (!more) break;
      drained += buffer_.size();
    }
  }
  timer_.cancel();
  socket_.close(error);
}

void Connection::report(const Exchange& exchange) const {
  const double seconds = exchange.watch.seconds();
  log::debug("{} {} {} {} {} bytes {:.1f} ms trace {}", peer_, exchange.method.empty() ? "-" : exchange.method,
             exchange.request.path.empty() ? "-" : exchange.request.path, exchange.response.status,
             exchange.response.body.size(), seconds * 1000, exchange.request.trace_id);
  if (context_.observer) context_.observer(exchange.route, exchange.response.status, seconds);
}

}  // namespace likeness::gateway
