#include "adapters/confined/decoder_link.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "base/error.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kKeptPhotoBytes = 2u << 20;
constexpr std::size_t kKeptPixelBytes = 5u << 20;  // a thumbnail of 1200 x 1200 pixels

/// False where nothing came in time.
bool wait_readable(int socket, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd entry{socket, POLLIN, 0};
    const int status = ::poll(&entry, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    if (status > 0) return true;
    if (status == 0 || errno != EINTR) return false;
  }
}

}  // namespace

DecoderLink::DecoderLink(const DecoderSetup& setup, const StartDecoder& start)
    : photo_(setup.limits.bytes_max), pixels_(setup.pixel_bytes_max) {
  auto sockets = make_socket_pair();
  process_ = start(sockets.theirs.get());
  socket_ = std::move(sockets.ours);
  const int descriptors[] = {photo_.descriptor(), pixels_.descriptor()};
  if (!send_packet(socket_.get(), std::as_bytes(std::span(&setup, 1)), descriptors))
    throw Error(ErrorKind::unavailable, "a decoder ended before it was set up");
}

bool DecoderLink::wait_until_ready(std::chrono::milliseconds timeout) {
  if (filtered_) return *filtered_;
  DecoderReady ready;
  if (!wait_readable(socket_.get(), Clock::now() + timeout) ||
      !receive_packet(socket_.get(), std::as_writable_bytes(std::span(&ready, 1))))
    throw Error(ErrorKind::unavailable, "the photo decoder does not start");
  filtered_ = ready.filtered == 1;
  return *filtered_;
}

DecoderLink::Answer DecoderLink::ask(DecoderTask task, std::span<const std::uint8_t> photo, int longest_side_px,
                                     std::chrono::milliseconds timeout) {
  const auto begin = Clock::now();
  ++photos_asked_;
  std::ranges::copy(photo, photo_.bytes().begin());
  const DecoderRequest request{.task = task, .longest_side_px = longest_side_px, .bytes = photo.size()};
  Answer answer;
  if (!send_packet(socket_.get(), std::as_bytes(std::span(&request, 1)))) return answer;
  if (!wait_readable(socket_.get(), begin + timeout)) {
    answer.end = End::timed_out;
  } else if (receive_packet(socket_.get(), std::as_writable_bytes(std::span(&answer.reply, 1)))) {
    answer.end = End::answered;
  }
  time_busy_ += std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - begin);
  return answer;
}

void DecoderLink::tidy(std::size_t photo_bytes, std::size_t pixel_bytes) {
  photo_.release(photo_bytes, kKeptPhotoBytes);
  pixels_.release(pixel_bytes, kKeptPixelBytes);
}

std::size_t DecoderLink::private_bytes() const {
  std::ifstream statm("/proc/" + std::to_string(process_.pid) + "/statm");
  std::size_t mapped = 0;
  std::size_t resident = 0;
  std::size_t shared = 0;
  if (!(statm >> mapped >> resident >> shared) || resident < shared) return 0;
  return (resident - shared) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace likeness
