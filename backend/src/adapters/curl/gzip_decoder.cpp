#include "adapters/curl/gzip_decoder.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <array>

#include "base/error.hpp"

namespace likeness {
namespace {

constexpr std::uint64_t kFreeBytes = 16u << 20;
constexpr int kGzipOnly = 15 + 16;  // zlib's window bits, and its mark for gzip

bool is_gzip(const Bytes& start) { return start.size() >= 2 && start[0] == 0x1f && start[1] == 0x8b; }

}  // namespace

struct GzipDecoder::Inflation {
  z_stream stream{};
  bool between_members = false;  ///< one has ended, and the next has not begun
  bool over = false;             ///< what follows the last member is padding

  Inflation() {
    if (inflateInit2(&stream, kGzipOnly) != Z_OK) throw Error(ErrorKind::internal, "zlib did not start");
  }
  ~Inflation() { inflateEnd(&stream); }
};

GzipDecoder::GzipDecoder(GzipLimits limits, Take take) : limits_(limits), take_(std::move(take)) {}

GzipDecoder::~GzipDecoder() = default;

void GzipDecoder::write(std::span<const std::uint8_t> piece) {
  taken_bytes_ += piece.size();
  if (decided_) return inflation_ ? unpack(piece) : hand_on(piece);
  start_.insert(start_.end(), piece.begin(), piece.end());
  if (start_.size() < 2) return;
  decided_ = true;
  if (is_gzip(start_)) inflation_ = std::make_unique<Inflation>();
  const Bytes start = std::move(start_);
  inflation_ ? unpack(start) : hand_on(start);
}

void GzipDecoder::finish() {
  if (!decided_) return hand_on(start_);
  if (inflation_ && !inflation_->between_members)
    throw Error(ErrorKind::corrupt_data, "the feed is packed by gzip and ends in the middle");
}

void GzipDecoder::hand_on(std::span<const std::uint8_t> piece) {
  if (piece.empty()) return;
  handed_on_bytes_ += piece.size();
  if (handed_on_bytes_ > limits_.bytes_max)
    throw Error(ErrorKind::too_large, fmt::format("the feed is larger than {} bytes", limits_.bytes_max));
  if (inflation_ && handed_on_bytes_ > kFreeBytes &&
      handed_on_bytes_ / static_cast<std::uint64_t>(limits_.ratio_max) > taken_bytes_)
    throw Error(ErrorKind::too_large,
                fmt::format("the feed unpacks to more than {} times its size", limits_.ratio_max));
  take_(piece);
}

void GzipDecoder::unpack(std::span<const std::uint8_t> piece) {
  std::array<std::uint8_t, 65'536> buffer;
  auto& stream = inflation_->stream;
  stream.next_in = const_cast<std::uint8_t*>(piece.data());
  stream.avail_in = static_cast<uInt>(piece.size());
  bool more_waits = false;
  while (!inflation_->over && (stream.avail_in > 0 || more_waits)) {
    if (inflation_->between_members) {
      if (*stream.next_in != 0x1f) {
        inflation_->over = true;
        return;
      }
      inflateReset(&stream);
      inflation_->between_members = false;
    }
    stream.next_out = buffer.data();
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int code = inflate(&stream, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
      throw Error(ErrorKind::corrupt_data, "the feed is packed by gzip and cannot be unpacked");
    hand_on({buffer.data(), buffer.size() - stream.avail_out});
    inflation_->between_members = code == Z_STREAM_END;
    more_waits = code == Z_OK && stream.avail_out == 0;
  }
}

}  // namespace likeness
