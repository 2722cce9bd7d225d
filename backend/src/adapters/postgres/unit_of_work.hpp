#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/unit_of_work.hpp"

namespace likeness {

/// While one runs, run_transaction() on its pool and thread becomes a savepoint of its transaction: a call that fails
/// undoes its own statements only. A deadlock is not repeated but comes out as Error{unavailable}. The pool must
/// outlive it.
class PostgresUnitOfWork final : public UnitOfWork {
 public:
  explicit PostgresUnitOfWork(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  void run(const std::function<void()>& body) override;
  void after_commit(std::function<void()> effect) override;

 private:
  PostgresConnectionPool& pool_;
};

/// Runs `body` in the unit of work that is open on this thread for `pool`; false where there is none.
bool run_in_unit_of_work(PostgresConnectionPool& pool, const TransactionScope& scope,
                         const std::function<void(SqlTransaction&)>& body);

}  // namespace likeness
