#include "adapters/postgres/outbox.hpp"

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {

void add_wake_up(SqlTransaction& transaction, OrgId org, Unit unit, const std::string& payload) {
  transaction.exec_params("INSERT INTO outbox (org_id, subject, payload) VALUES ($1, $2, $3)", sql(org),
                          "ingest." + std::string(to_string(unit)) + "." + sql(org), payload);
}

std::vector<OutboxMessage> PostgresOutbox::unpublished(int limit) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::vector<OutboxMessage> messages;
    for (const auto& row :
         transaction.exec_params("SELECT id, subject, payload, traceparent FROM outbox ORDER BY id LIMIT $1", limit))
      messages.push_back({row[0].as<std::int64_t>(), row[1].c_str(), row[2].c_str(), row[3].c_str()});
    return messages;
  });
}

void PostgresOutbox::mark_published(std::span<const std::int64_t> ids) {
  if (ids.empty()) return;
  SqlArray array;
  for (const auto id : ids) array.add(static_cast<long long>(id));
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec_params("DELETE FROM outbox WHERE id = ANY($1::bigint[])", array.text());
  });
}

}  // namespace likeness
