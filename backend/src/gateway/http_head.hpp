#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/trace.hpp"
#include "gateway/headers.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {

/// Start line and header fields of a request, as they stand on the wire.
struct RequestHead {
  std::string method;
  std::string target;
  int version = 11;  ///< 10 or 11
  Headers headers;
};

/// What a head says about the message around it.
struct Framing {
  std::string path;
  std::string query;
  bool chunked = false;
  std::uint64_t content_length = 0;
  bool keep_alive = true;
  bool expects_continue = false;
  bool takes_chunks = true;  ///< the answer may be chunked

  bool has_body() const { return chunked || content_length > 0; }
};

/// Faults that show in bytes received so far of a head, complete or not: a line that ends in a bare line feed, a folded
/// field, a control character, a first byte that no method starts with. For what the parser lets through or would wait
/// for.
std::optional<ProtocolFault> raw_fault(std::string_view head);

/// Which bound a head breaks that did not end within it: 414 for its first line, else 431.
ProtocolFault oversize_fault(std::string_view head, std::size_t header_bytes_max);

/// What a head is refused with that the parser does not take: 505 where only its version is to blame, else 400.
ProtocolFault unparsed_fault(std::string_view head);

/// Refuses what servers and proxies read differently: Transfer-Encoding other than one "chunked", or beside
/// Content-Length, or in HTTP/1.0; Host missing, empty or twice; a field twice that decides something; a target that is
/// no path.
std::expected<Framing, ProtocolFault> framing_of(const RequestHead& head, std::size_t target_bytes_max);

/// A piece of the trace that the request's traceparent names; of a new one where it names none, or two.
TraceContext trace_of(const Headers& headers);

}  // namespace likeness::gateway
