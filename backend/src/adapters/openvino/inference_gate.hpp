#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

#include "ports/models.hpp"

namespace likeness {

/// Shares the cores among inferences. A query's has all of them: one at a time, and nothing of the catalogue's begins
/// while a query waits or runs. The catalogue's run side by side, each on its share of the cores, which makes more of
/// them than one after the other on all. Within one priority first come, first served. Thread-safe.
///
/// A holder never asks again before letting go, and lets go after one inference. A query does not wait for those of the
/// catalogue that run already: it shares the cores with them until they end.
class InferenceGate {
 public:
  /// The right to run, until it is destroyed.
  class Pass {
   public:
    Pass(InferenceGate& gate, int lane) : gate_(gate), lane_(lane) {}
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass() { gate_.leave(lane_); }

    /// 0 for a query, 1 to `ingest_lanes` for the catalogue; nobody else has the same one meanwhile.
    int lane() const { return lane_; }

   private:
    InferenceGate& gate_;
    const int lane_;
  };

  explicit InferenceGate(int ingest_lanes) : lane_busy_(static_cast<std::size_t>(ingest_lanes) + 1) {}

  int lanes() const { return static_cast<int>(lane_busy_.size()); }
  /// Waits for its turn.
  Pass enter(Priority priority);

 private:
  struct Line {
    std::uint64_t next_ticket = 0;
    std::uint64_t now_serving = 0;

    bool empty() const { return next_ticket == now_serving; }
  };

  /// A lane that whoever is first in the line may take now; negative where there is none.
  int free_lane(Priority priority) const;
  void leave(int lane);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<char> lane_busy_;
  Line queries_;
  Line ingest_;
};

}  // namespace likeness
