#include "adapters/postgres/vector_rows.hpp"

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {

std::vector<VectorId> read_vector_ids(const pqxx::result& rows) {
  std::vector<VectorId> ids;
  for (const auto& row : rows) ids.push_back(VectorId{row[0].as<std::int64_t>()});
  return ids;
}

void write_vectors(SqlTransaction& transaction, OrgId org, const PackKey& pack, std::vector<StoredVector>& vectors) {
  const auto first = transaction.exec_params("SELECT nextval('vector_ids') FROM generate_series(1, $1)",
                                             static_cast<int>(vectors.size()));
  SqlArray ids, levels, products, images, regions, values;
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    auto& vector = vectors[i];
    vector.id = VectorId{first[static_cast<int>(i)][0].as<std::int64_t>()};
    ids.add(static_cast<long long>(vector.id));
    levels.add(to_string(vector.level));
    products.add(vector.product_id);
    images.add(sql(vector.image_id));
    regions.add(sql(vector.region_id));
    values.add(std::string_view(bytea_text(vector.vector)));
  }
  transaction.exec_params(
      "INSERT INTO embeddings (org_id, pack_id, pack_version, vector_id, level, product_id, image_id, region_id, "
      "vector)"
      " SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::bytea[])",
      sql(org), pack.id, pack.version, ids.text(), levels.text(), products.text(), images.text(), regions.text(),
      values.text());
}

}  // namespace likeness
