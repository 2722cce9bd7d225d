#include <fmt/format.h>
#include <algorithm>
#include <chrono>

#include "gateway/connection.hpp"
#include "gateway/exchange.hpp"
#include "gateway/on_worker.hpp"

namespace likeness::gateway {

namespace asio = boost::asio;

/// Sends events until the last one, the end of the stream's time, or the server's stop. Whether the answer is whole.
asio::awaitable<bool> Connection::send_events(const Exchange& exchange) {
  const ServerOptions& options = context_.options;
  const auto events = exchange.response.events;
  const bool chunked = exchange.framing.takes_chunks;
  const auto end = Clock::now() + options.event_stream_max;
  auto quiet_since = Clock::now();
  while (!context_.stopping && Clock::now() < end) {
    EventPiece piece;
    std::function<void()> pull = [&piece, &events] { piece = events->next(); };
    // Where no worker is free there is simply no news.
    co_await on_worker(*context_.workers, pull);
    if (gone_) co_return false;
    if (piece.text.empty() && Clock::now() - quiet_since >= options.event_heartbeat) piece.text = ": still here\n\n";
    if (!piece.text.empty()) {
      const std::string bytes =
          chunked ? fmt::format("{:x}\r\n{}\r\n", piece.text.size(), piece.text) : std::move(piece.text);
      const bool sent = co_await send_bytes(bytes);
      if (!sent) co_return false;
      quiet_since = Clock::now();
    }
    if (piece.last) break;
    const bool there = co_await pause_events(std::min(Clock::now() + events->interval, end));
    if (!there) co_return false;
  }
  if (!chunked) co_return true;
  co_return co_await send_bytes("0\r\n\r\n");
}

/// Waits, reading meanwhile, which shows when the client leaves. What it sends ahead is kept for later, within bounds.
asio::awaitable<bool> Connection::pause_events(Clock::time_point until) {
  while (!context_.stopping && Clock::now() < until) {
    streaming_idle_ = true;
    const bool more = co_await read_more(until);
    streaming_idle_ = false;
    gone_ = gone_ || (!more && !timed_out_ && !context_.stopping) || buffer_.size() > context_.options.header_bytes_max;
    if (gone_) co_return false;
  }
  co_return true;
}

}  // namespace likeness::gateway
