#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace likeness {

/// A piece of work and the trace that it is a part of: W3C Trace Context (https://www.w3.org/TR/trace-context/).
struct TraceContext {
  std::string trace_id;  ///< 32 hex digits, not all zero
  std::string span_id;   ///< 16 hex digits, not all zero: this piece of work
  bool sampled = true;

  /// The first piece of a new trace.
  static TraceContext start();
  /// Reads a traceparent, of later versions what this one knows; nullopt for what the standard calls invalid.
  static std::optional<TraceContext> parse(std::string_view traceparent);
  /// A further piece of the same trace.
  TraceContext child() const;
  /// As traceparent, version 00.
  std::string to_string() const;
};

/// For as long as it lives, what this thread does is done for a trace: log lines and rows written by stores carry it.
class TraceScope {
 public:
  /// A traceparent of our own making; empty for none.
  explicit TraceScope(std::string traceparent);
  ~TraceScope();
  TraceScope(const TraceScope&) = delete;

 private:
  std::string outer_;
};

/// traceparent of what this thread works for; empty outside of every TraceScope.
const std::string& current_traceparent();
/// Trace id of what this thread works for, or empty.
std::string_view current_trace_id();

}  // namespace likeness
