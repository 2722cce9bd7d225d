#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>

#include "gateway/http_head.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {

/// Parses one request out of bytes as they arrive: first its head, then its body freed of its framing. The only place
/// that knows the parser.
class MessageReader {
 public:
  explicit MessageReader(std::size_t header_bytes_max);
  ~MessageReader();
  MessageReader(const MessageReader&) = delete;

  /// `head` runs to its empty line.
  std::expected<RequestHead, ProtocolFault> read_head(std::string_view head);

  enum class State { hungry, full, complete, malformed };

  /// Takes body bytes from the front of `buffer` and appends what they carry behind the first `filled` bytes of `into`,
  /// counting it there. `hungry`: more bytes are needed.
  State read_body(std::string& buffer, std::span<std::uint8_t> into, std::size_t& filled);
  /// Bytes of the body so far, without its framing.
  std::uint64_t body_bytes() const { return body_bytes_; }

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  std::uint64_t body_bytes_ = 0;
};

}  // namespace likeness::gateway
