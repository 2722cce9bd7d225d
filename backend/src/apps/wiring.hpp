#pragma once

#include <memory>
#include <optional>
#include <string>

#include "config/settings.hpp"

namespace likeness::apps {

/// Where the services are that the server stands on: from the settings, or those of private children.
struct ServiceAddresses {
  std::string postgres_app_url;
  std::string postgres_worker_url;
  std::string redis_url;
  std::string nats_url;
  std::string nats_token;
};

/// The whole server in one process: gateway, workers, scheduler. Everything is built from everything else in its
/// constructor, in wiring.cpp, and nowhere else.
class Server {
 public:
  /// Refuses to be built on a database role that may step around row-level security, or on a schema of another version.
  Server(const Settings& settings, const ServiceAddresses& addresses, const std::string& operator_token);
  /// Stops.
  ~Server();

  /// Builds the indexes from the truth in the background, starts workers, listens.
  void start();
  /// Finishes the requests and jobs in hand, within bounds.
  void stop();

  /// Where no org is there yet: a new link, good once, by which its holder makes the first one and becomes its owner.
  /// After start().
  std::optional<std::string> offer_setup();

  /// "http://127.0.0.1:7700", known after start().
  std::string url() const;
  std::string admin_url() const;
  /// "lite-v1"
  std::string pack_name() const;
  /// Name of the detector, or empty.
  std::string detector_name() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace likeness::apps
