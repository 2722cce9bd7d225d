#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "ports/import_store.hpp"

namespace likeness {

/// Keeps the progress of big imports for a moment: counting a million jobs each time that somebody looks would slow the
/// jobs down. An answer that took long is given again for ten times as long as it took. Thread-safe.
class CostlyProgress {
 public:
  std::optional<Import> recent(OrgId org, ImportId id);
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
