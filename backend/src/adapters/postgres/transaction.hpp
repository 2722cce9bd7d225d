#pragma once

#include <functional>
#include <type_traits>

#include "adapters/postgres/connection_pool.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Statements of one open transaction.
using SqlTransaction = pqxx::transaction_base;

/// Who a transaction speaks for; row-level security sees nothing of what is left out.
struct TransactionScope {
  std::optional<OrgId> org;
  std::optional<UserId> user;
  bool even_if_erasing = false;  ///< for what erases an org
};

/// Makes the rest of the transaction speak for `scope`. Error{not_found} where the org is being erased: nothing is done
/// for it any more.
void set_scope(SqlTransaction& transaction, const TransactionScope& scope);
/// A connection found broken is replaced once; Error{unavailable} where the server is away.
std::unique_ptr<pqxx::work> begin_transaction(PostgresConnectionPool::Lease& lease, const TransactionScope& scope);

/// Runs `body` in one transaction and commits it; inside a unit of work (unit_of_work.hpp), as a part of that one.
/// Foreign exceptions come out as Error. A connection found broken at the start is replaced once; after a deadlock or
/// serialization failure the whole body runs again (three times at most), so it must not change anything outside but
/// what it returns.
void run_transaction(PostgresConnectionPool& pool, const TransactionScope& scope,
                     const std::function<void(SqlTransaction&)>& body);

template <class Body>
auto run_scoped(PostgresConnectionPool& pool, const TransactionScope& scope, Body&& body) {
  using Answer = std::invoke_result_t<Body&, SqlTransaction&>;
  if constexpr (std::is_void_v<Answer>) {
    run_transaction(pool, scope, [&](SqlTransaction& transaction) { body(transaction); });
  } else {
    std::optional<Answer> answer;
    run_transaction(pool, scope, [&](SqlTransaction& transaction) { answer.emplace(body(transaction)); });
    return std::move(*answer);
  }
}

/// One transaction under the org's row-level security.
template <class Body>
auto in_org(PostgresConnectionPool& pool, OrgId org, Body&& body) {
  return run_scoped(pool, {.org = org, .user = {}}, std::forward<Body>(body));
}

/// One transaction that speaks for no org: it sees global tables, and as the worker role also what the policies open to
/// workers.
template <class Body>
auto across_orgs(PostgresConnectionPool& pool, Body&& body) {
  return run_scoped(pool, {}, std::forward<Body>(body));
}

}  // namespace likeness
