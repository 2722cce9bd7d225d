#include "base/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/uuid.hpp"

namespace likeness {
namespace {

constexpr std::size_t kTraceparentBytes = 55;  // "00-" trace id "-" span id "-" flags
constexpr std::size_t kTraceIdAt = 3;
constexpr std::size_t kTraceIdBytes = 32;
constexpr std::size_t kSpanIdAt = 36;
constexpr std::size_t kSpanIdBytes = 16;
constexpr std::size_t kFlagsAt = 53;

thread_local std::string traceparent_of_thread;

bool is_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'); });
}

bool is_id(std::string_view text) { return is_hex(text) && text.find_first_not_of('0') != std::string_view::npos; }

/// 32 hex digits of a fresh id; its last 16 are random but for two bits.
std::string fresh_digits() {
  std::string digits = Uuid::generate().to_string();
  std::erase(digits, '-');
  return digits;
}

}  // namespace

TraceContext TraceContext::start() {
  return {.trace_id = fresh_digits(), .span_id = fresh_digits().substr(kSpanIdBytes), .sampled = true};
}

std::optional<TraceContext> TraceContext::parse(std::string_view text) {
  if (text.size() < kTraceparentBytes || text[2] != '-' || text[kSpanIdAt - 1] != '-' || text[kFlagsAt - 1] != '-')
    return std::nullopt;
  const auto version = text.substr(0, 2);
  if (!is_hex(version) || version == "ff") return std::nullopt;
  // A later version may go on behind a dash.
  if (text.size() > kTraceparentBytes && (version == "00" || text[kTraceparentBytes] != '-')) return std::nullopt;
  const auto trace_id = text.substr(kTraceIdAt, kTraceIdBytes);
  const auto span_id = text.substr(kSpanIdAt, kSpanIdBytes);
  const auto flags = text.substr(kFlagsAt, 2);
  if (!is_id(trace_id) || !is_id(span_id) || !is_hex(flags)) return std::nullopt;
  const bool odd = (flags[1] <= '9' ? flags[1] - '0' : flags[1] - 'a' + 10) % 2 == 1;
  return TraceContext{.trace_id = std::string(trace_id), .span_id = std::string(span_id), .sampled = odd};
}

TraceContext TraceContext::child() const {
  return {.trace_id = trace_id, .span_id = fresh_digits().substr(kSpanIdBytes), .sampled = sampled};
}

std::string TraceContext::to_string() const {
  return fmt::format("00-{}-{}-{}", trace_id, span_id, sampled ? "01" : "00");
}

TraceScope::TraceScope(std::string traceparent)
    : outer_(std::exchange(traceparent_of_thread, std::move(traceparent))) {}

TraceScope::~TraceScope() { traceparent_of_thread = std::move(outer_); }

const std::string& current_traceparent() { return traceparent_of_thread; }

std::string_view current_trace_id() {
  const std::string_view traceparent = traceparent_of_thread;
  return traceparent.size() == kTraceparentBytes ? traceparent.substr(kTraceIdAt, kTraceIdBytes) : std::string_view();
}

}  // namespace likeness
