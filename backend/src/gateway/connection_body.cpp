#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <vector>

#include "gateway/connection.hpp"
#include "gateway/exchange.hpp"
#include "gateway/on_worker.hpp"

namespace likeness::gateway {
namespace {

namespace asio = boost::asio;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kBusyPause{20};

/// When the next bytes of a body must be here: no single read may take longer than the grace, and all of them together
/// must not fall behind the least rate by more than it.
std::chrono::steady_clock::time_point body_due(const Exchange& exchange, const ServerOptions& options) {
  const std::uint64_t rate = std::max<std::uint64_t>(1, options.body_bytes_per_second_min);
  const auto earned = std::chrono::milliseconds(exchange.reader.body_bytes() * 1000 / rate);
  return std::min(exchange.body_started + earned, std::chrono::steady_clock::now()) + options.body_grace;
}

}  // namespace

/// Reads the body to where the route wants it. False where the exchange is over, with or without a response.
asio::awaitable<bool> Connection::receive(Exchange& exchange, std::uint64_t bytes_max) {
  if (exchange.framing.expects_continue && buffer_.empty()) {
    const bool sent = co_await send_bytes("HTTP/1.1 100 Continue\r\n\r\n");
    if (!sent) co_return false;
  }
  exchange.body_started = Clock::now();
  bool received = false;
  if (exchange.request.sink)
    received = co_await receive_into_sink(exchange, bytes_max);
  else
    received = co_await receive_into_memory(exchange, bytes_max);
  exchange.body_left = !received;
  exchange.request.body_bytes = exchange.reader.body_bytes();
  co_return received;
}

/// Fills `piece` behind its first `filled` bytes until it is full or the body ends. nullopt where it does neither: the
/// exchange has the answer, unless the other end is gone.
asio::awaitable<std::optional<bool>> Connection::fill(Exchange& exchange, std::span<std::uint8_t> piece,
                                                      std::size_t& filled) {
  while (true) {
    const auto state = exchange.reader.read_body(buffer_, piece, filled);
    if (state == MessageReader::State::complete) co_return true;
    if (state == MessageReader::State::full) co_return false;
    if (state == MessageReader::State::malformed) {
      exchange.response = problem(ProtocolFault{400, "the body breaks its framing"}, exchange.request);
      co_return std::nullopt;
    }
    const bool more = co_await read_more(body_due(exchange, context_.options));
    if (more) continue;
    gone_ = !timed_out_;
    exchange.response = problem(ProtocolFault{408, "the body came too slowly"}, exchange.request);
    co_return std::nullopt;
  }
}

asio::awaitable<bool> Connection::receive_into_memory(Exchange& exchange, std::uint64_t bytes_max) {
  std::vector<std::uint8_t> piece(kReadBytes);
  std::string& bytes = exchange.request.body;
  while (true) {
    std::size_t filled = 0;
    const auto complete = co_await fill(exchange, piece, filled);
    if (!complete) co_return false;
    if (exchange.reader.body_bytes() > bytes_max) {
      exchange.response = too_large(bytes_max, exchange.request);
      co_return false;
    }
    if (context_.buffered_bytes + filled > context_.options.buffered_bytes_max) {
      exchange.response = busy(exchange.request);
      co_return false;
    }
    bytes.append(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(filled));
    context_.buffered_bytes += filled;
    if (*complete) co_return true;
  }
}

asio::awaitable<bool> Connection::receive_into_sink(Exchange& exchange, std::uint64_t bytes_max) {
  std::vector<std::uint8_t> piece(kPieceBytes);
  while (true) {
    std::size_t filled = 0;
    const auto complete = co_await fill(exchange, piece, filled);
    if (!complete) co_return false;
    if (exchange.reader.body_bytes() > bytes_max) {
      exchange.response = too_large(bytes_max, exchange.request);
      co_return false;
    }
    const bool flushed = co_await flush_to_sink(exchange, std::span(piece).first(filled));
    if (!flushed) co_return false;
    if (*complete) co_return true;
  }
}

/// Waits for a worker where all are busy: a feed that has begun to arrive is not turned away for a moment's load.
asio::awaitable<bool> Connection::flush_to_sink(Exchange& exchange, std::span<const std::uint8_t> piece) {
  bool written = false;
  std::function<void()> write = [&exchange, &written, piece] {
    try {
      const TraceScope trace(exchange.request.traceparent);
      exchange.request.sink->write(piece);
      if (exchange.request.body_digest) exchange.request.body_digest->update(piece);
      written = true;
    } catch (...) {
      exchange.response = problem(std::current_exception(), exchange.request);
    }
  };
  const auto patience = Clock::now() + context_.options.body_grace;
  while (true) {
    const bool ran = co_await on_worker(*context_.workers, write);
    if (ran) co_return written;
    if (Clock::now() > patience) {
      exchange.response = busy(exchange.request);
      co_return false;
    }
    timer_.expires_after(kBusyPause);
    co_await timer_.async_wait(kAwait);
  }
}

}  // namespace likeness::gateway
