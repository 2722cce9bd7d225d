#pragma once

#include <list>
#include <mutex>
#include <unordered_map>

#include "ports/cache.hpp"
#include "ports/org_data.hpp"

namespace likeness {

/// Cache inside the process: at most `bytes_max` of keys and values, the least recently used go first. A value larger
/// than a quarter of that is not kept.
class MemoryCache : public Cache, public OrgData {
 public:
  explicit MemoryCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  void put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) override;
  std::optional<std::string> get(OrgId org, const std::string& key) override;
  void remove(OrgId org, const std::string& key) override;
  bool healthy() override { return true; }
  std::string store_name() const override { return "process_cache"; }
  long count_of(OrgId org) override;
  void erase_all_of(OrgId org) override;

 private:
  struct Entry {
    std::string key;
    std::string value;
    std::chrono::steady_clock::time_point expires_at;
  };
  using Entries = std::list<Entry>;

  void erase(Entries::iterator entry);

  const std::size_t bytes_max_;
  std::mutex mutex_;
  Entries entries_;  ///< most recently used first
  std::unordered_map<std::string, Entries::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace likeness
