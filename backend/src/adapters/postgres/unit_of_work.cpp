#include "adapters/postgres/unit_of_work.hpp"

#include <vector>

#include "adapters/postgres/database_error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

struct OpenUnit {
  const PostgresConnectionPool* pool = nullptr;
  pqxx::work* work = nullptr;
  std::vector<std::function<void()>> effects;
};

thread_local OpenUnit* open_unit = nullptr;

/// Makes a unit this thread's own for as long as it lives.
class Opening {
 public:
  explicit Opening(OpenUnit& unit) { open_unit = &unit; }
  ~Opening() { open_unit = nullptr; }
  Opening(const Opening&) = delete;
};

void run_effects(const std::vector<std::function<void()>>& effects) {
  for (const auto& effect : effects) try {
      effect();
    } catch (const std::exception& exception) {
      log::error("after a commit: {}", exception.what());
    }
}

}  // namespace

void PostgresUnitOfWork::run(const std::function<void()>& body) {
  if (open_unit) {
    body();
    return;
  }
  OpenUnit unit{.pool = &pool_, .work = nullptr, .effects = {}};
  {
    auto lease = pool_.lease();
    const auto work = begin_transaction(lease, {});
    unit.work = work.get();
    const Opening opening(unit);
    body();
    try {
      work->commit();
    } catch (const std::exception& exception) {
      throw translate_database_error(exception);
    }
  }
  run_effects(unit.effects);
}

void PostgresUnitOfWork::after_commit(std::function<void()> effect) {
  if (open_unit)
    open_unit->effects.push_back(std::move(effect));
  else
    run_effects({std::move(effect)});
}

bool run_in_unit_of_work(PostgresConnectionPool& pool, const TransactionScope& scope,
                         const std::function<void(SqlTransaction&)>& body) {
  if (!open_unit || open_unit->pool != &pool) return false;
  try {
    pqxx::subtransaction savepoint(*open_unit->work);
    set_scope(savepoint, scope);
    body(savepoint);
    savepoint.commit();
  } catch (const std::exception& exception) {
    throw translate_database_error(exception);
  }
  return true;
}

}  // namespace likeness
