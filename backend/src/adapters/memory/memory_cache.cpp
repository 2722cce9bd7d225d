#include "adapters/memory/memory_cache.hpp"

#include <algorithm>

namespace likeness {
namespace {

constexpr std::size_t kEntryOverheadBytes = 160;

std::string full_key(OrgId org, const std::string& key) { return org.uuid.to_string() + ":" + key; }

}  // namespace

void MemoryCache::put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) {
  const std::string name = full_key(org, key);
  const std::size_t size = 2 * name.size() + value.size() + kEntryOverheadBytes;
  std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(name); found != by_key_.end()) erase(found->second);
  if (size > bytes_max_ / 4 || time_to_live.count() <= 0) return;
  while (bytes_ + size > bytes_max_) erase(std::prev(entries_.end()));
  entries_.push_front({name, value, std::chrono::steady_clock::now() + time_to_live});
  by_key_[name] = entries_.begin();
  bytes_ += size;
}

std::optional<std::string> MemoryCache::get(OrgId org, const std::string& key) {
  std::lock_guard lock(mutex_);
  const auto found = by_key_.find(full_key(org, key));
  if (found == by_key_.end()) return std::nullopt;
  if (found->second->expires_at <= std::chrono::steady_clock::now()) {
    erase(found->second);
    return std::nullopt;
  }
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->value;
}

void MemoryCache::remove(OrgId org, const std::string& key) {
  std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(full_key(org, key)); found != by_key_.end()) erase(found->second);
}

long MemoryCache::count_of(OrgId org) {
  const std::string prefix = full_key(org, "");
  std::lock_guard lock(mutex_);
  return std::ranges::count_if(entries_, [&](const Entry& entry) { return entry.key.starts_with(prefix); });
}

void MemoryCache::erase_all_of(OrgId org) {
  const std::string prefix = full_key(org, "");
  std::lock_guard lock(mutex_);
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const auto here = entry++;
    if (here->key.starts_with(prefix)) erase(here);
  }
}

void MemoryCache::erase(Entries::iterator entry) {
  bytes_ -= 2 * entry->key.size() + entry->value.size() + kEntryOverheadBytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace likeness
