#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "ports/models.hpp"

namespace likeness {

/// Lets one inference run at a time, because each uses all cores: whoever waits for a query goes before whoever waits
/// for the catalogue, and within one priority first come, first served. Thread-safe.
///
/// A holder never asks again before letting go, and lets go after one inference, so a query waits for one of the
/// catalogue's at most.
class InferenceGate {
 public:
  /// The right to run, until it is destroyed.
  class Pass {
   public:
    explicit Pass(InferenceGate& gate) : gate_(gate) {}
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass() { gate_.leave(); }

   private:
    InferenceGate& gate_;
  };

  /// Waits for its turn.
  Pass enter(Priority priority);

 private:
  struct Line {
    std::uint64_t next_ticket = 0;
    std::uint64_t now_serving = 0;

    bool empty() const { return next_ticket == now_serving; }
  };

  void leave();

  std::mutex mutex_;
  std::condition_variable changed_;
  bool busy_ = false;
  Line queries_;
  Line ingest_;
};

}  // namespace likeness
