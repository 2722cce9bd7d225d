#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/process/private_nats.hpp"
#include "adapters/process/private_postgres.hpp"
#include "adapters/process/private_redis.hpp"
#include "apps/wiring.hpp"

namespace likeness::apps {

/// Postgres, Redis and NATS as children of this process, each only where the settings name no other.
class PrivateServices {
 public:
  PrivateServices(const Settings& settings, const PrivateServiceOptions& options);

  /// Starts what is needed and returns where everything is.
  ServiceAddresses start();
  /// For migrations.
  const std::string& postgres_owner_url() const { return owner_url_; }
  /// To be called every second: starts again what died.
  void keep_alive();
  void stop();

 private:
  std::vector<PrivateService*> running_services();

  const Settings& settings_;
  std::string owner_url_;
  std::unique_ptr<PrivatePostgres> postgres_;
  std::unique_ptr<PrivateRedis> redis_;
  std::unique_ptr<PrivateNats> nats_;
};

}  // namespace likeness::apps
