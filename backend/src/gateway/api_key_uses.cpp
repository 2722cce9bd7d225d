#include "gateway/api_key_uses.hpp"

#include "base/log.hpp"

namespace likeness::gateway {
namespace {

constexpr std::chrono::minutes kInterval{1};
constexpr std::size_t kKeysMax = 10'000;  // that are remembered; all are forgotten beyond it

}  // namespace

void ApiKeyUses::note(OrgId org, ApiKeyId id) {
  if (!is_due(id)) return;
  recorder_.try_submit([this, org, id] {
    try {
      keys_.record_use(org, id);
    } catch (const std::exception& exception) {
      log::warning("the use of an API key was not recorded: {}", exception.what());
    }
  });
}

bool ApiKeyUses::is_due(ApiKeyId id) {
  const auto time = Clock::now();
  std::lock_guard lock(mutex_);
  if (noted_.size() >= kKeysMax) noted_.clear();
  auto [entry, added] = noted_.try_emplace(id, time);
  if (!added && time - entry->second < kInterval) return false;
  entry->second = time;
  return true;
}

}  // namespace likeness::gateway
