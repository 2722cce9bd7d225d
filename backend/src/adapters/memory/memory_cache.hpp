#pragma once

#include <list>
#include <mutex>
#include <unordered_map>

#include "ports/cache.hpp"

namespace likeness {

/// Cache inside the process: at most `bytes_max` of keys and values, the least recently used go first. A value larger
/// than a quarter of that is not kept.
class MemoryCache : public Cache {
 public:
  explicit MemoryCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  void put(OrgId org, const std::string& key, const std::string& value, std::chrono::seconds time_to_live) override;
  std::optional<std::string> get(OrgId org, const std::string& key) override;
  void remove(OrgId org, const std::string& key) override;
  bool healthy() override { return true; }

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
