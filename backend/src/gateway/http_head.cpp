#include "gateway/http_head.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kDecisiveFields[] = {"Content-Length", "Transfer-Encoding", "Content-Type",
                                                "Authorization",  "Likeness-Org",      "Expect"};

ProtocolFault malformed(std::string detail) { return {400, std::move(detail)}; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Letters of a host and its port (RFC 3986, section 3.2); names of users are none of them.
bool may_stand_in_host(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
         std::string_view("-._~%!$&'()*+;=:[]").contains(letter);
}

/// Origin form, or absolute form with its authority cut off; empty for anything else.
std::string_view origin_form(std::string_view target) {
  if (target.starts_with('/')) return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!to_lower(target.substr(0, scheme.size())).starts_with(scheme)) continue;
    const std::size_t slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  return {};
}

bool connection_says(const Headers& headers, std::string_view word) {
  for (const auto& [name, value] : headers)
    if (equals_ignoring_case(name, "Connection"))
      for (const std::string& token : split(value, ","))
        if (equals_ignoring_case(token, word)) return true;
  return false;
}

std::optional<ProtocolFault> field_fault(const RequestHead& head) {
  for (const std::string_view name : kDecisiveFields)
    if (head.headers.count(name) > 1) return malformed("the field " + std::string(name) + " stands twice");
  const int hosts = head.headers.count("Host");
  if (hosts > 1 || (hosts == 0 && head.version >= 11) || (hosts == 1 && head.headers.get("Host").empty()))
    return malformed("a request needs exactly one Host");
  if (!std::ranges::all_of(head.headers.get("Host"), may_stand_in_host)) return malformed("Host names no host");
  const std::string* coding = head.headers.find("Transfer-Encoding");
  const std::string* length = head.headers.find("Content-Length");
  if (coding && length) return malformed("Transfer-Encoding and Content-Length exclude each other");
  if (coding && (head.version < 11 || !equals_ignoring_case(*coding, "chunked")))
    return malformed("the only Transfer-Encoding taken is chunked, in HTTP/1.1");
  if (length && (!all_digits(*length) || length->size() > 18)) return malformed("Content-Length is not a length");
  const std::string* expectation = head.headers.find("Expect");
  if (expectation && !equals_ignoring_case(*expectation, "100-continue"))
    return ProtocolFault{417, "the only expectation met is 100-continue"};
  return std::nullopt;
}

}  // namespace

std::optional<ProtocolFault> raw_fault(std::string_view head) {
  if (!head.empty() && !std::isalpha(static_cast<unsigned char>(head.front())))
    return malformed("a request starts with its method");
  for (std::size_t i = 0; i < head.size(); ++i) {
    const unsigned char letter = static_cast<unsigned char>(head[i]);
    if (letter == '\n' && head[i - 1] != '\r') return malformed("a line ends in a bare line feed");
    if (letter == '\r' && i + 1 < head.size() && head[i + 1] != '\n') return malformed("a bare carriage return");
    if ((letter < 0x20 && letter != '\r' && letter != '\n' && letter != '\t') || letter == 0x7f)
      return malformed("a control character in the header");
    if (letter == '\n' && i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t'))
      return malformed("a folded header field");
  }
  return std::nullopt;
}

ProtocolFault oversize_fault(std::string_view head, std::size_t header_bytes_max) {
  if (head.substr(0, header_bytes_max).find('\n') == std::string_view::npos)
    return {414, fmt::format("the request line is longer than {} bytes", header_bytes_max)};
  return {431, fmt::format("the header is longer than {} bytes", header_bytes_max)};
}

ProtocolFault unparsed_fault(std::string_view head) {
  const std::string_view line = head.substr(0, head.find("\r\n"));
  const std::string_view version = line.substr(line.rfind(' ') + 1);
  const bool well_formed = std::ranges::count(line, ' ') == 2 && version.size() == 8 && version.starts_with("HTTP/") &&
                           version[6] == '.' && all_digits(version.substr(5, 1)) && all_digits(version.substr(7));
  if (well_formed && version != "HTTP/1.1" && version != "HTTP/1.0")
    return {505, "only HTTP/1.1 and HTTP/1.0 are spoken"};
  return malformed("the header is not HTTP");
}

std::expected<Framing, ProtocolFault> framing_of(const RequestHead& head, std::size_t target_bytes_max) {
  if (head.target.size() > target_bytes_max)
    return std::unexpected(
        ProtocolFault{414, fmt::format("the request target is longer than {} bytes", target_bytes_max)});
  if (auto fault = field_fault(head)) return std::unexpected(std::move(*fault));
  const std::string_view target = origin_form(head.target);
  if (target.empty() || target.find('#') != std::string_view::npos)
    return std::unexpected(malformed("the request target is no path"));

  Framing framing;
  const std::size_t question = target.find('?');
  framing.path = target.substr(0, question);
  if (question != std::string_view::npos) framing.query = target.substr(question + 1);
  framing.chunked = head.headers.find("Transfer-Encoding") != nullptr;
  const std::string_view length = head.headers.get("Content-Length");
  std::from_chars(length.data(), length.data() + length.size(), framing.content_length);
  framing.keep_alive =
      head.version >= 11 ? !connection_says(head.headers, "close") : connection_says(head.headers, "keep-alive");
  framing.takes_chunks = head.version >= 11;
  framing.expects_continue = head.version >= 11 && head.headers.find("Expect") != nullptr;
  return framing;
}

TraceContext trace_of(const Headers& headers) {
  const auto caller =
      headers.count("traceparent") == 1 ? TraceContext::parse(headers.get("traceparent")) : std::nullopt;
  return caller ? caller->child() : TraceContext::start();
}

}  // namespace likeness::gateway
