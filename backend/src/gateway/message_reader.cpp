#include "gateway/message_reader.hpp"

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace likeness::gateway {

namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

/// A chunk's header is short; one that does not end within this is an attack.
constexpr std::size_t kChunkHeaderBytesMax = 8 * 1024;

}  // namespace

struct MessageReader::Parser {
  http::request_parser<http::buffer_body> parser;
};

MessageReader::MessageReader(std::size_t header_bytes_max) : parser_(std::make_unique<Parser>()) {
  parser_->parser.header_limit(static_cast<std::uint32_t>(header_bytes_max));
  // The bound on a body depends on the route, which is not known yet: the connection counts.
  parser_->parser.body_limit(boost::none);
}

MessageReader::~MessageReader() = default;

std::expected<RequestHead, ProtocolFault> MessageReader::read_head(std::string_view bytes) {
  auto& parser = parser_->parser;
  error_code error;
  parser.eager(false);
  parser.put(boost::asio::buffer(bytes), error);
  if (error) return std::unexpected(unparsed_fault(bytes));
  parser.eager(true);

  RequestHead head;
  const auto& message = parser.get();
  head.method = std::string(message.method_string());
  head.target = std::string(message.target());
  head.version = static_cast<int>(message.version());
  for (const auto& field : message) head.headers.add(std::string(field.name_string()), std::string(field.value()));
  return head;
}

MessageReader::State MessageReader::read_body(std::string& buffer, std::span<std::uint8_t> into, std::size_t& filled) {
  auto& parser = parser_->parser;
  auto& body = parser.get().body();
  body.data = into.data() + filled;
  body.size = into.size() - filled;
  body.more = true;
  error_code error;
  const std::size_t taken = parser.put(boost::asio::buffer(buffer), error);
  buffer.erase(0, taken);
  const std::size_t written = into.size() - filled - body.size;
  filled += written;
  body_bytes_ += written;
  if (error && error != http::error::need_buffer && error != http::error::need_more) return State::malformed;
  if (parser.is_done()) return State::complete;
  if (filled == into.size()) return State::full;
  return written == 0 && buffer.size() > kChunkHeaderBytesMax ? State::malformed : State::hungry;
}

}  // namespace likeness::gateway
