#include "adapters/postgres/transaction.hpp"

#include <fmt/format.h>

#include "adapters/postgres/database_error.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "base/trace.hpp"

namespace likeness {
namespace {

constexpr int kAttemptsMax = 3;

bool is_worth_repeating(const std::exception& exception) {
  if (dynamic_cast<const pqxx::deadlock_detected*>(&exception) != nullptr ||
      dynamic_cast<const pqxx::serialization_failure*>(&exception) != nullptr)
    return true;
  const auto* sql = dynamic_cast<const pqxx::sql_error*>(&exception);
  return sql != nullptr && (sql->sqlstate() == "40001" || sql->sqlstate() == "40P01");
}

}  // namespace

void set_scope(SqlTransaction& transaction, const TransactionScope& scope) {
  const auto quoted = [&](const auto& id) { return transaction.quote(id ? id->uuid.to_string() : std::string{}); };
  std::string statement = fmt::format(
      "SELECT set_config('app.org', {}, true), set_config('app.user', {}, true), set_config('app.traceparent', {}, "
      "true)",
      quoted(scope.org), quoted(scope.user), transaction.quote(current_traceparent()));
  const bool must_be_open = scope.org && !scope.even_if_erasing;
  if (must_be_open)
    statement +=
        fmt::format(", EXISTS (SELECT FROM orgs WHERE id = {} AND erasing_since IS NOT NULL)", quoted(scope.org));
  // By exec(): in pqxx 6 a savepoint begins with it, and not with exec_params().
  const auto answer = transaction.exec(statement);
  if (must_be_open && answer[0][3].as<bool>()) throw Error(ErrorKind::not_found, "there is no such org");
}

std::unique_ptr<pqxx::work> begin_transaction(PostgresConnectionPool::Lease& lease, const TransactionScope& scope) {
  const auto start = [&] {
    auto work = std::make_unique<pqxx::work>(lease.connection());
    set_scope(*work, scope);
    return work;
  };
  try {
    return start();
  } catch (const std::exception& exception) {
    auto error = translate_database_error(exception);
    if (error.kind() != ErrorKind::unavailable) throw error;
  }
  lease.reconnect();
  return start();
}

void run_transaction(PostgresConnectionPool& pool, const TransactionScope& scope,
                     const std::function<void(SqlTransaction&)>& body) {
  if (run_in_unit_of_work(pool, scope, body)) return;
  auto lease = pool.lease();
  for (int attempt = 1;; ++attempt) {
    try {
      const auto work = begin_transaction(lease, scope);
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
