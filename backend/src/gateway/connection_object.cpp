#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "base/log.hpp"
#include "gateway/connection.hpp"
#include "gateway/exchange.hpp"
#include "gateway/on_worker.hpp"

namespace likeness::gateway {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds kBusyPause{50};

/// 0 at the end of the object, and where it cannot be read any more.
std::size_t read_piece(ObjectReader& object, std::string& piece) {
  try {
    return object.read({reinterpret_cast<std::uint8_t*>(piece.data()), piece.size()});
  } catch (const std::exception& exception) {
    log::error("an object cannot be read to its end: {}", exception.what());
    return 0;
  }
}

}  // namespace

/// Between two pieces no worker is held. Whether the answer is whole.
asio::awaitable<bool> Connection::send_object(const Exchange& exchange) {
  const auto object = exchange.response.object;
  std::uint64_t left = exchange.response.object_bytes;
  std::string piece;
  asio::steady_timer pause(socket_.get_executor());
  while (left > 0 && !gone_) {
    piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kPieceBytes, left)));
    std::size_t count = 0;
    std::function<void()> step = [&piece, &count, &object] { count = read_piece(*object, piece); };
    const bool ran = co_await on_worker(*context_.workers, step);
    if (!ran) {
      pause.expires_after(kBusyPause);
      co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    if (count == 0) {
      gone_ = true;
      break;
    }
    const bool sent = co_await send_bytes(std::string_view(piece).substr(0, count));
    if (!sent) co_return false;
    left -= count;
  }
  co_return left == 0;
}

}  // namespace likeness::gateway
