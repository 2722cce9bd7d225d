#include "adapters/postgres/embedding_store.hpp"

#include "adapters/postgres/sql_values.hpp"

namespace likeness {

std::vector<StoredVector> PostgresEmbeddingStore::vectors_after(OrgId org, const PackKey& pack, VectorId after,
                                                                int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<StoredVector> vectors;
    const auto rows = transaction.exec_params(
        "SELECT vector_id, level, product_id, image_id, region_id, vector FROM embeddings"
        " WHERE org_id = $1 AND pack_id = $2 AND pack_version = $3 AND vector_id > $4 ORDER BY vector_id LIMIT $5",
        sql(org), pack.id, pack.version, static_cast<std::int64_t>(after), limit);
    vectors.reserve(rows.size());
    for (const auto& row : rows)
      vectors.push_back({.id = VectorId{row[0].as<std::int64_t>()},
                         .level = parse_level(row[1].c_str()),
                         .product_id = read_id<ProductId>(row[2]),
                         .image_id = read_optional_id<ImageId>(row[3]),
                         .region_id = read_optional_id<RegionId>(row[4]),
                         .vector = read_half_vector(row[5])});
    return vectors;
  });
}

std::optional<HalfVector> PostgresEmbeddingStore::product_vector(OrgId org, ProductId product, const PackKey& pack) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) -> std::optional<HalfVector> {
    const auto rows = transaction.exec_params(
        "SELECT e.vector FROM embeddings AS e JOIN images AS i ON i.org_id = e.org_id AND i.id = e.image_id"
        " WHERE e.org_id = $1 AND e.product_id = $2 AND e.pack_id = $3 AND e.pack_version = $4"
        " ORDER BY e.level = 'region', i.position, i.id, e.vector_id LIMIT 1",
        sql(org), sql(product), pack.id, pack.version);
    if (rows.empty()) return std::nullopt;
    return read_half_vector(rows[0][0]);
  });
}

long PostgresEmbeddingStore::count(OrgId org, const PackKey& pack) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    return transaction
        .exec_params1("SELECT count(*) FROM embeddings WHERE org_id = $1 AND pack_id = $2 AND pack_version = $3",
                      sql(org), pack.id, pack.version)[0]
        .as<long>();
  });
}

}  // namespace likeness
