#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace likeness::gateway {

/// What a stream sends next; empty text: no news.
struct EventPiece {
  std::string text;
  bool last = false;
};

/// An answer that goes on as Server-Sent Events. Between two pulls no thread is held; a client that stops reading is
/// let go, and one that leaves ends the stream.
struct EventStream {
  /// Called on a worker thread, one call at a time, with `interval` between them. Must not throw.
  std::function<EventPiece()> next;
  std::chrono::milliseconds interval{1000};
};

/// One event as it goes over the wire. `name` and `id` are words of ours, in one line; `data` may have several.
std::string event_text(std::string_view name, std::string_view id, std::string_view data);

}  // namespace likeness::gateway
