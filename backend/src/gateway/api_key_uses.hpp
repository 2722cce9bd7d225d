#pragma once

#include <chrono>
#include <mutex>
#include <unordered_map>

#include "base/worker_pool.hpp"
#include "ports/api_key_store.hpp"

namespace likeness::gateway {

/// Records when API keys were last used, to the minute, behind the requests' backs. Thread-safe. The store must outlive
/// it.
class ApiKeyUses {
 public:
  explicit ApiKeyUses(ApiKeyStore& keys) : keys_(keys) {}

  /// Never waits. A use that finds the recorder busy is left to the next one.
  void note(OrgId org, ApiKeyId id);

 private:
  using Clock = std::chrono::steady_clock;

  /// Whether this process has not recorded the key for a minute.
  bool is_due(ApiKeyId id);

  ApiKeyStore& keys_;
  std::mutex mutex_;
  std::unordered_map<ApiKeyId, Clock::time_point> noted_;
  WorkerPool recorder_{"api-key-uses", 1, 256};
};

}  // namespace likeness::gateway
