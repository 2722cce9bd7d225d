#include "adapters/postgres/transaction.hpp"

#include "adapters/postgres/database_error.hpp"

namespace likeness {
namespace {

constexpr int kAttemptsMax = 3;

std::unique_ptr<pqxx::work> begin(PostgresConnectionPool::Lease& lease, const TransactionScope& scope) {
  const auto start = [&] {
    auto work = std::make_unique<pqxx::work>(lease.connection());
    work->exec_params("SELECT set_config('app.org', $1, true), set_config('app.user', $2, true)",
                      scope.org ? scope.org->uuid.to_string() : std::string{},
                      scope.user ? scope.user->uuid.to_string() : std::string{});
    return work;
  };
  try {
    return start();
  } catch (const std::exception& exception) {
    if (translate_database_error(exception).kind() != ErrorKind::unavailable) throw;
  }
  lease.reconnect();
  return start();
}

bool is_worth_repeating(const std::exception& exception) {
  if (dynamic_cast<const pqxx::deadlock_detected*>(&exception) != nullptr ||
      dynamic_cast<const pqxx::serialization_failure*>(&exception) != nullptr)
    return true;
  const auto* sql = dynamic_cast<const pqxx::sql_error*>(&exception);
  return sql != nullptr && (sql->sqlstate() == "40001" || sql->sqlstate() == "40P01");
}

}  // namespace

void run_transaction(PostgresConnectionPool& pool, const TransactionScope& scope,
                     const std::function<void(SqlTransaction&)>& body) {
  auto lease = pool.lease();
  for (int attempt = 1;; ++attempt) {
    try {
      const auto work = begin(lease, scope);
      body(*work);
      work->commit();
      return;
    } catch (const std::exception& exception) {
      if (attempt < kAttemptsMax && is_worth_repeating(exception)) continue;
      throw translate_database_error(exception);
    }
  }
}

}  // namespace likeness
