#pragma once

#include "adapters/process/private_service.hpp"

namespace likeness {

/// Connection URLs of the database "likeness", one a role; each holds its password.
struct PostgresUrls {
  std::string owner;   ///< likeness_owner: owns the database, runs migrations
  std::string app;     ///< likeness_app: owns nothing, held to row-level security
  std::string worker;  ///< likeness_worker: the same
};

/// A PostgreSQL cluster in <data>/postgres that listens on a unix socket only, with passwords (SCRAM) that were made up
/// once and lie in <data>/secrets. Makes the cluster, the database and the roles where they are missing. A cluster of
/// another major version is opened with that version's programs.
class PrivatePostgres : public PrivateService {
 public:
  explicit PrivatePostgres(PrivateServiceOptions options);

  /// Known after start().
  const PostgresUrls& urls() const { return urls_; }

 protected:
  void prepare() override;
  ChildOptions command() override;
  bool answers() override;
  void provision() override;
  /// What a killed server left in shared memory goes a moment after it.
  int start_attempts() const override { return 3; }

 private:
  std::filesystem::path cluster() const { return options().data_directory / "postgres"; }
  std::string program(const std::string& name) const { return (programs_ / name).string(); }
  void read_secrets();
  void create_cluster();
  /// A server of a Likeness that was killed may still be ending: waits for it, then ends it.
  void stop_orphan();
  std::string url(const std::string& role, const std::string& password) const;

  std::filesystem::path programs_;
  std::string superuser_password_;
  std::string owner_password_;
  std::string app_password_;
  std::string worker_password_;
  PostgresUrls urls_;
};

}  // namespace likeness
