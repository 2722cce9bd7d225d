#include "adapters/postgres/costly_progress.hpp"

namespace likeness {
namespace {

constexpr long kManyJobs = 5000;
constexpr double kKeptTimesCost = 10;
constexpr std::size_t kKeptMax = 1000;

}  // namespace

std::optional<Import> CostlyProgress::recent(OrgId org, ImportId id) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find({org, id});
  if (found == kept_.end()) return std::nullopt;
  if (found->second.until > Clock::now()) return found->second.import;
  kept_.erase(found);
  return std::nullopt;
}

void CostlyProgress::keep(OrgId org, const Import& import, double seconds) {
  if (import.finished_at || import.images_total + import.texts_total < kManyJobs) return;
  const auto time =
      std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(kKeptTimesCost * seconds));
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= kKeptMax) kept_.clear();
  kept_.insert_or_assign({org, import.id}, Kept{import, Clock::now() + time});
}

void CostlyProgress::forget(OrgId org, ImportId id) {
  const std::lock_guard lock(mutex_);
  kept_.erase({org, id});
}

}  // namespace likeness
