#include "adapters/postgres/quota_store.hpp"

#include "adapters/postgres/quota_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {

QuotaOverrides PostgresQuotaStore::overrides(OrgId org) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return read_overrides(transaction, org); });
}

void PostgresQuotaStore::set_overrides(OrgId org, const QuotaOverrides& overrides) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        "INSERT INTO quotas (org_id, products, images, queries_per_day, storage_bytes)"
        " SELECT id, $2::bigint, $3::bigint, $4::bigint, $5::bigint FROM orgs WHERE id = $1"
        " ON CONFLICT (org_id) DO UPDATE SET products = excluded.products, images = excluded.images,"
        " queries_per_day = excluded.queries_per_day, storage_bytes = excluded.storage_bytes RETURNING 1",
        sql(org), overrides.products, overrides.images, overrides.queries_per_day, overrides.storage_bytes);
    if (rows.empty()) throw Error(ErrorKind::not_found, "there is no org " + org.to_string(), "org_id");
  });
}

Quota PostgresQuotaStore::quota(OrgId org) { return quota_of(overrides(org), defaults_); }

Usage PostgresQuotaStore::usage(OrgId org) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return read_usage(transaction, org); });
}

std::optional<QuotaStore::Measurement> PostgresQuotaStore::due_for_measurement(std::chrono::seconds age) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<Measurement> {
    const auto rows = transaction.exec_params(
        "SELECT o.id, coalesce((SELECT max(e.id) FROM usage_entries AS e WHERE e.org_id = o.id), 0) FROM orgs AS o"
        " WHERE NOT EXISTS (SELECT FROM usage_entries AS e"
        "                    WHERE e.org_id = o.id AND e.measured_at > now() - $1 * interval '1 second') LIMIT 1",
        static_cast<long>(age.count()));
    if (rows.empty()) return std::nullopt;
    return Measurement{read_id<OrgId>(rows[0][0]), rows[0][1].as<long>()};
  });
}

void PostgresQuotaStore::record_storage(const Measurement& measurement, long storage_bytes) {
  in_org(pool_, measurement.org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "WITH before AS (DELETE FROM usage_entries WHERE org_id = $1 AND id <= $2 RETURNING products, images)"
        " INSERT INTO usage_entries (org_id, products, images, storage_bytes, measured_at)"
        " SELECT id, (SELECT coalesce(sum(products), 0) FROM before), (SELECT coalesce(sum(images), 0) FROM before),"
        " $3, now() FROM orgs WHERE id = $1",
        sql(measurement.org), measurement.last_entry, storage_bytes);
  });
}

}  // namespace likeness
