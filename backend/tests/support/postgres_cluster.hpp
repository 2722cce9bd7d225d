#pragma once

#include <string>

#include <sys/types.h>

namespace likeness::test {

/// A private PostgreSQL server in a temporary directory, reached over its Unix socket only, stopped and removed with
/// the object. Started as root, it runs as an unprivileged user. It holds a template database with the roles and the
/// current schema; fsync is off.
class PostgresCluster {
 public:
  PostgresCluster();
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  /// The program's one cluster, started at first use.
  static PostgresCluster& instance();

  /// A new database, a copy of the migrated template; returns its name.
  std::string create_database();
  /// A new database that holds nothing; owned by likeness_owner and prepared for it.
  std::string create_empty_database();
  void drop_database(const std::string& name);
  /// libpq text for a role ("likeness_app", or "postgres" for the superuser) in a database.
  std::string url(const std::string& role, const std::string& database) const;

 private:
  void start();
  void stop();
  /// Runs db/roles.sql in a database, as an operator would.
  void prepare(const std::string& database);

  std::string directory_;
  pid_t server_ = -1;
  int databases_ = 0;
};

}  // namespace likeness::test
