#include "adapters/postgres/catalog_store.hpp"

#include <unordered_map>

#include "adapters/postgres/catalog_read.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

[[noreturn]] void throw_not_found(ProductId id) {
  throw Error(ErrorKind::not_found, "there is no product " + id.to_string(), "product_id");
}

std::vector<VectorId> read_vector_ids(const pqxx::result& rows) {
  std::vector<VectorId> ids;
  for (const auto& row : rows) ids.push_back(VectorId{row[0].as<std::int64_t>()});
  return ids;
}

std::vector<ProductId> product_ids_after(SqlTransaction& transaction, OrgId org, std::optional<ProductId> after,
                                         int limit) {
  std::vector<ProductId> ids;
  const auto rows =
      transaction.exec_params("SELECT id FROM products WHERE org_id = $1 AND id > $2 ORDER BY id LIMIT $3", sql(org),
                              sql(after.value_or(ProductId{})), limit);
  for (const auto& row : rows) ids.push_back(read_id<ProductId>(row[0]));
  return ids;
}

}  // namespace

Product PostgresCatalogStore::product(OrgId org, ProductId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    auto products = read_products(transaction, org, std::span(&id, 1));
    if (products.empty()) throw_not_found(id);
    read_images_into(transaction, org, products);
    return std::move(products.front());
  });
}

ProductPage PostgresCatalogStore::products(OrgId org, std::optional<ProductId> after, int limit) {
  if (limit < 1 || limit > 200) throw Error(ErrorKind::invalid_argument, "limit is 1 to 200", "limit");
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    auto ids = product_ids_after(transaction, org, after, limit + 1);
    ProductPage page;
    if (ids.size() > static_cast<std::size_t>(limit)) {
      ids.pop_back();
      page.next_after = ids.back();
    }
    page.products = read_products(transaction, org, ids);
    return page;
  });
}

std::vector<Product> PostgresCatalogStore::products_by_id(OrgId org, std::span<const ProductId> ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return read_products(transaction, org, ids); });
}

std::vector<VectorId> PostgresCatalogStore::delete_product(OrgId org, ProductId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto locked =
        transaction.exec_params("SELECT FROM products WHERE org_id = $1 AND id = $2 FOR UPDATE", sql(org), sql(id));
    if (locked.empty()) throw_not_found(id);
    auto vectors = read_vector_ids(transaction.exec_params(
        "DELETE FROM embeddings WHERE org_id = $1 AND product_id = $2 RETURNING vector_id", sql(org), sql(id)));
    transaction.exec_params("DELETE FROM products WHERE org_id = $1 AND id = $2", sql(org), sql(id));
    return vectors;
  });
}

Image PostgresCatalogStore::image(OrgId org, ImageId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return read_image(transaction, org, id); });
}

std::vector<std::optional<ImageId>> PostgresCatalogStore::cover_images(OrgId org, std::span<const ProductId> ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::unordered_map<ProductId, ImageId> covers;
    const auto rows = transaction.exec_params(
        "SELECT DISTINCT ON (product_id) product_id, id FROM images"
        " WHERE org_id = $1 AND product_id = ANY($2::uuid[]) AND understood_sha256 <> ''"
        " ORDER BY product_id, position, id",
        sql(org), sql_array(ids));
    for (const auto& row : rows) covers.emplace(read_id<ProductId>(row[0]), read_id<ImageId>(row[1]));
    std::vector<std::optional<ImageId>> answer;
    for (const auto& id : ids) {
      const auto cover = covers.find(id);
      answer.push_back(cover == covers.end() ? std::nullopt : std::optional(cover->second));
    }
    return answer;
  });
}

std::vector<std::optional<Box>> PostgresCatalogStore::region_boxes(OrgId org, std::span<const RegionId> ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::unordered_map<RegionId, Box> boxes;
    const auto rows = transaction.exec_params(
        "SELECT id, x, y, width, height FROM regions WHERE org_id = $1 AND id = ANY($2::uuid[])", sql(org),
        sql_array(ids));
    for (const auto& row : rows)
      boxes.emplace(read_id<RegionId>(row[0]),
                    Box{row[1].as<double>(), row[2].as<double>(), row[3].as<double>(), row[4].as<double>()});
    std::vector<std::optional<Box>> answer;
    for (const auto& id : ids) {
      const auto box = boxes.find(id);
      answer.push_back(box == boxes.end() ? std::nullopt : std::optional(box->second));
    }
    return answer;
  });
}

std::vector<FilterColumns> PostgresCatalogStore::filter_columns(OrgId org, std::span<const ProductId> ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return read_filter_columns(transaction, org, ids); });
}

std::vector<FilterColumns> PostgresCatalogStore::filter_columns_after(OrgId org, std::optional<ProductId> after,
                                                                      int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    return read_filter_columns(transaction, org, product_ids_after(transaction, org, after, limit));
  });
}

}  // namespace likeness
