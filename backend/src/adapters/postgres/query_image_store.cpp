#include "adapters/postgres/query_image_store.hpp"

#include "adapters/postgres/region_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

[[noreturn]] void throw_not_found(QueryImageId id) {
  throw Error(ErrorKind::not_found, "there is no query image " + id.to_string(), "query_image_id");
}

void insert_regions(SqlTransaction& transaction, OrgId org, QueryImageId id, std::span<const Region> regions) {
  if (regions.empty()) return;
  const RegionArrays arrays(regions);
  transaction.exec_params(
      "INSERT INTO query_image_regions (org_id, query_image_id, id, x, y, width, height, label, confidence)"
      " SELECT $1, $2, * FROM unnest($3::uuid[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::text[],"
      " $9::float8[])",
      sql(org), sql(id), arrays.ids.text(), arrays.x.text(), arrays.y.text(), arrays.width.text(), arrays.height.text(),
      arrays.labels.text(), arrays.confidences.text());
}

}  // namespace

void PostgresQueryImageStore::create(OrgId org, const QueryImage& image) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO query_images (org_id, id, principal, object_key, width_px, height_px, detected, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        sql(org), sql(image.id), image.principal, image.object_key, image.width_px, image.height_px, image.detected,
        to_iso8601(image.expires_at));
    insert_regions(transaction, org, image.id, image.regions);
  });
}

QueryImage PostgresQueryImageStore::get(OrgId org, QueryImageId id, const std::string& principal) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        "SELECT object_key, width_px, height_px, epoch_ms(expires_at), detected FROM query_images"
        " WHERE org_id = $1 AND id = $2 AND principal = $3 AND expires_at > now()",
        sql(org), sql(id), principal);
    if (rows.empty()) throw_not_found(id);
    const auto& row = rows[0];
    QueryImage image{.id = id,
                     .principal = principal,
                     .object_key = row[0].c_str(),
                     .width_px = row[1].as<int>(),
                     .height_px = row[2].as<int>(),
                     .expires_at = read_time(row[3]),
                     .detected = row[4].as<bool>(),
                     .regions = {}};
    const auto regions = transaction.exec_params(
        "SELECT id, x, y, width, height, label, confidence FROM query_image_regions"
        " WHERE org_id = $1 AND query_image_id = $2 ORDER BY confidence DESC, id",
        sql(org), sql(id));
    for (const auto& region : regions) image.regions.push_back(read_region(region, 0));
    return image;
  });
}

void PostgresQueryImageStore::set_regions(OrgId org, QueryImageId id, const std::vector<Region>& regions) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto updated = transaction.exec_params(
        "UPDATE query_images SET detected = true WHERE org_id = $1 AND id = $2 AND expires_at > now()", sql(org),
        sql(id));
    if (updated.affected_rows() == 0) throw_not_found(id);
    transaction.exec_params("DELETE FROM query_image_regions WHERE org_id = $1 AND query_image_id = $2", sql(org),
                            sql(id));
    insert_regions(transaction, org, id, regions);
  });
}

std::string PostgresQueryImageStore::remove(OrgId org, QueryImageId id, const std::string& principal) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        "DELETE FROM query_images WHERE org_id = $1 AND id = $2 AND principal = $3 AND expires_at > now()"
        " RETURNING object_key",
        sql(org), sql(id), principal);
    if (rows.empty()) throw_not_found(id);
    return std::string(rows[0][0].c_str());
  });
}

std::vector<QueryImageStore::Expired> PostgresQueryImageStore::remove_expired(int limit) {
  return across_orgs(worker_pool_, [&](SqlTransaction& transaction) {
    std::vector<Expired> expired;
    const auto rows = transaction.exec_params(
        "DELETE FROM query_images AS q USING (SELECT org_id, id FROM query_images WHERE expires_at <= now()"
        " ORDER BY expires_at LIMIT $1) AS e WHERE q.org_id = e.org_id AND q.id = e.id RETURNING q.org_id, "
        "q.object_key",
        limit);
    for (const auto& row : rows) expired.push_back({read_id<OrgId>(row[0]), row[1].c_str()});
    return expired;
  });
}

}  // namespace likeness
