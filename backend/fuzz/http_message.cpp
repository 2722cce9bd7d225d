// A request as it comes from a socket: head, framing, body in pieces. What is accepted has one reading only.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gateway/message_reader.hpp"

namespace {

using namespace likeness::gateway;

constexpr std::size_t kHeadBytesMax = 4096;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The body from the front of `rest`, given to the reader a few bytes at a time.
void read_body(MessageReader& reader, const Framing& framing, std::string rest) {
  std::string buffer;
  std::array<std::uint8_t, 64> piece{};
  std::uint64_t bytes = 0;
  while (true) {
    std::size_t filled = 0;
    const auto state = reader.read_body(buffer, piece, filled);
    require(filled <= piece.size());
    bytes += filled;
    require(framing.chunked || bytes <= framing.content_length);
    if (state == MessageReader::State::malformed) return;
    if (state == MessageReader::State::complete) {
      require(framing.chunked || bytes == framing.content_length);
      return;
    }
    if (state == MessageReader::State::full) continue;
    if (rest.empty()) return;
    const auto taken = std::min<std::size_t>(rest.size(), 5);
    buffer.append(rest, 0, taken);
    rest.erase(0, taken);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string::npos || end + 4 > kHeadBytesMax) {
    raw_fault(std::string_view(bytes).substr(0, kHeadBytesMax));
    oversize_fault(bytes, kHeadBytesMax);
    return 0;
  }
  if (raw_fault(std::string_view(bytes).substr(0, end + 4))) return 0;
  MessageReader reader(kHeadBytesMax);
  const auto head = reader.read_head(std::string_view(bytes).substr(0, end + 4));
  if (!head) return 0;
  const auto framing = framing_of(*head, 1024);
  if (!framing) return 0;
  require(head->headers.count("Host") == 1 || head->version == 10);
  require(head->headers.count("Content-Length") <= 1 && head->headers.count("Transfer-Encoding") <= 1);
  require(!(framing->chunked && head->headers.count("Content-Length") > 0));
  require(framing->path.starts_with('/') || framing->path == "*");
  if (framing->has_body()) read_body(reader, *framing, bytes.substr(end + 4));
  return 0;
}
