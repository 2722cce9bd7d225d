#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "ports/import_store.hpp"

namespace likeness {

/// Keeps the progress of big imports for a moment: counting a million jobs each time that somebody looks would slow the
/// jobs down. The progress of an import at work that has many jobs is told again for ten times as long as counting them
/// took. Thread-safe.
class CostlyProgress {
 public:
  std::optional<Import> recent(OrgId org, ImportId id);
  /// Does nothing with an import whose progress is cheap. `seconds` is what reading it took.
  void keep(OrgId org, const Import& import, double seconds);
  /// After a change that whoever made it wants to see.
  void forget(OrgId org, ImportId id);

 private:
  using Clock = std::chrono::steady_clock;
  struct Kept {
    Import import;
    Clock::time_point until;
  };

  std::mutex mutex_;
  std::map<std::pair<OrgId, ImportId>, Kept> kept_;
};

}  // namespace likeness
