#include "adapters/postgres/connection_pool.hpp"

#include "adapters/postgres/database_error.hpp"
#include "base/error.hpp"

namespace likeness {

PostgresConnectionPool::PostgresConnectionPool(PostgresPoolSettings settings) : settings_(std::move(settings)) {}

PostgresConnectionPool::Lease::~Lease() {
  if (pool_) pool_->give_back(std::move(connection_));
}

void PostgresConnectionPool::Lease::reconnect() {
  connection_.reset();
  connection_ = pool_->connect();
}

PostgresConnectionPool::Lease PostgresConnectionPool::lease() {
  std::unique_lock lock(mutex_);
  const auto available = [this] { return !idle_.empty() || open_count_ < settings_.connections_max; };
  if (!freed_.wait_for(lock, settings_.wait_max, available))
    throw Error(ErrorKind::unavailable, "the database is busy: all connections are in use");
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return Lease(*this, std::move(connection));
  }
  ++open_count_;
  lock.unlock();
  try {
    return Lease(*this, connect());
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

std::unique_ptr<pqxx::connection> PostgresConnectionPool::connect() const {
  try {
    auto connection = std::make_unique<pqxx::connection>(settings_.url);
    // A connection that pqxx reopened by itself would have lost its settings: Lease::reconnect() does it on purpose.
    // (Deprecated because pqxx 7 never reopens.)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    connection->inhibit_reactivation(true);
#pragma GCC diagnostic pop
    pqxx::nontransaction setup(*connection);
    setup.exec(
        "SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET client_min_messages = error; SET statement_timeout "
        "= " +
        std::to_string(settings_.statement_max.count()));
    return connection;
  } catch (const std::exception& exception) {
    throw translate_database_error(exception);
  }
}

void PostgresConnectionPool::give_back(std::unique_ptr<pqxx::connection> connection) {
  {
    std::lock_guard lock(mutex_);
    if (connection && connection->is_open())
      idle_.push_back(std::move(connection));
    else
      --open_count_;
  }
  freed_.notify_one();
}

}  // namespace likeness
