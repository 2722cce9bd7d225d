#include "adapters/postgres/quota_rows.hpp"

#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

std::optional<long> read_limit(const pqxx::field& field) {
  return field.is_null() ? std::nullopt : std::optional(field.as<long>());
}

}  // namespace

QuotaOverrides read_overrides(SqlTransaction& transaction, OrgId org) {
  const auto rows = transaction.exec_params(
      "SELECT products, images, queries_per_day, storage_bytes FROM quotas WHERE org_id = $1", sql(org));
  if (rows.empty()) return {};
  const auto row = rows[0];
  return {read_limit(row[0]), read_limit(row[1]), read_limit(row[2]), read_limit(row[3])};
}

Quota quota_of(const QuotaOverrides& overrides, const Quota& defaults) {
  return {.products = overrides.products.value_or(defaults.products),
          .images = overrides.images.value_or(defaults.images),
          .queries_per_day = overrides.queries_per_day.value_or(defaults.queries_per_day),
          .storage_bytes = overrides.storage_bytes.value_or(defaults.storage_bytes)};
}

Usage read_usage(SqlTransaction& transaction, OrgId org) {
  const auto row = transaction.exec_params1(
      "SELECT coalesce(sum(products), 0)::bigint, coalesce(sum(images), 0)::bigint,"
      " coalesce(sum(storage_bytes), 0)::bigint, epoch_ms(max(measured_at)),"
      " coalesce((SELECT queries FROM query_days WHERE org_id = $1 AND day = (now() AT TIME ZONE 'UTC')::date), 0)"
      " FROM usage_entries WHERE org_id = $1",
      sql(org));
  return {.products = row[0].as<long>(),
          .images = row[1].as<long>(),
          .queries_today = row[4].as<long>(),
          .storage_bytes = std::max(row[2].as<long>(), 0L),
          .storage_measured_at = read_optional_time(row[3])};
}

std::optional<CatalogRoom> hold_catalog_room(SqlTransaction& transaction, OrgId org, const Quota& defaults) {
  const auto quota = quota_of(read_overrides(transaction, org), defaults);
  if (quota.products == 0 && quota.images == 0) return std::nullopt;
  transaction.exec_params("SELECT pg_advisory_xact_lock(hashtextextended('catalog ' || $1, 0))", sql(org));
  // A statement of its own: it sees what the writer before has committed.
  return CatalogRoom{quota, read_usage(transaction, org)};
}

}  // namespace likeness
