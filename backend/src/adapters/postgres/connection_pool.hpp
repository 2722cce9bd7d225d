#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <pqxx/pqxx>

namespace likeness {

struct PostgresPoolSettings {
  std::string url;  ///< libpq URI or key=value form; names the database role
  int connections_max = 8;
  std::chrono::milliseconds wait_max{2000};         ///< for a free connection
  std::chrono::milliseconds statement_max{30'000};  ///< one statement's run time
};

/// A bounded set of connections to one database as one role, opened when first needed. Thread-safe. The pool outlives
/// its leases.
class PostgresConnectionPool {
 public:
  explicit PostgresConnectionPool(PostgresPoolSettings settings);

  /// One connection for one thread, given back on destruction; a broken one is closed instead.
  class Lease {
   public:
    Lease(PostgresConnectionPool& pool, std::unique_ptr<pqxx::connection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
    ~Lease();

    pqxx::connection& connection() { return *connection_; }
    /// Replaces a connection that turned out to be broken. Error{unavailable} where the server is away.
    void reconnect();

   private:
    PostgresConnectionPool* pool_;  ///< null once moved from
    std::unique_ptr<pqxx::connection> connection_;
  };

  /// Error{unavailable} where none gets free in time or the server is away.
  Lease lease();

 private:
  std::unique_ptr<pqxx::connection> connect() const;
  void give_back(std::unique_ptr<pqxx::connection> connection);

  const PostgresPoolSettings settings_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<pqxx::connection>> idle_;
  int open_count_ = 0;
};

}  // namespace likeness
