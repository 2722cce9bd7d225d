#include "adapters/postgres/catalog_read.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "adapters/postgres/region_rows.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_json.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kImageColumns[] =
    "SELECT i.id, i.product_id, i.location, i.role, i.position, coalesce(j.state, ''), coalesce(j.last_error, ''),"
    " i.content_sha256, i.width_px, i.height_px, i.phash, i.color_names, i.color_shares, i.color_check"
    " FROM images AS i LEFT JOIN jobs AS j ON j.org_id = i.org_id AND j.image_id = i.id";

std::optional<Money> read_money(const pqxx::field& minor, const pqxx::field& currency) {
  if (minor.is_null()) return std::nullopt;
  return Money{minor.as<std::int64_t>(), currency.c_str()};
}

Availability read_availability(const pqxx::field& field) {
  return parse_availability(field.c_str()).value_or(Availability::out_of_stock);
}

VariantFacts read_variant_facts(const pqxx::row& row) {
  return {.external_id = row["external_id"].c_str(),
          .price = read_money(row["price_minor"], row["price_currency"]),
          .sale_price = read_money(row["sale_price_minor"], row["sale_price_currency"]),
          .sale_from = read_optional_time(row["sale_from_ms"]),
          .sale_until = read_optional_time(row["sale_until_ms"]),
          .availability = read_availability(row["availability"]),
          .colors = read_array(row["colors"]),
          .size = row["size"].c_str(),
          .gtin = row["gtin"].c_str(),
          .mpn = row["mpn"].c_str(),
          .link = row["link"].c_str(),
          .attributes = read_json_lists(row["attributes"])};
}

pqxx::result select_variants(SqlTransaction& transaction, OrgId org, const std::string& products) {
  return transaction.exec_params(
      "SELECT id, product_id, external_id, price_minor, price_currency, sale_price_minor, sale_price_currency,"
      " epoch_ms(sale_from) AS sale_from_ms, epoch_ms(sale_until) AS sale_until_ms, availability, colors, size, gtin, "
      "mpn,"
      " link, attributes FROM variants WHERE org_id = $1 AND product_id = ANY($2::uuid[]) ORDER BY id",
      sql(org), products);
}

Image image_of(const pqxx::row& row) {
  Image image;
  image.id = read_id<ImageId>(row[0]);
  image.product_id = read_id<ProductId>(row[1]);
  image.reference = {.location = row[2].c_str(),
                     .role = parse_image_role(row[3].c_str()).value_or(ImageRole::additional),
                     .position = row[4].as<int>()};
  image.state = row[5].c_str();
  image.last_error = row[6].c_str();
  image.content_sha256 = row[7].c_str();
  image.width_px = row[8].as<int>();
  image.height_px = row[9].as<int>();
  if (!row[10].is_null())
    image.perceptual_hash = PerceptualHash{static_cast<std::uint64_t>(row[10].as<std::int64_t>())};
  const auto names = read_array(row[11]);
  const auto shares = read_array(row[12]);
  for (std::size_t i = 0; i < names.size() && i < shares.size(); ++i)
    image.colors.push_back({names[i], std::stod(shares[i])});
  image.color_check = parse_color_check(row[13].c_str());
  return image;
}

/// Adds regions to images, best first.
void read_regions_into(SqlTransaction& transaction, OrgId org, std::unordered_map<ImageId, Image*>& images) {
  SqlArray ids;
  for (const auto& [id, image] : images) ids.add(id);
  const auto rows = transaction.exec_params(
      "SELECT image_id, id, x, y, width, height, label, confidence FROM regions"
      " WHERE org_id = $1 AND image_id = ANY($2::uuid[]) ORDER BY confidence DESC, id",
      sql(org), ids.text());
  for (const auto& row : rows) images.at(read_id<ImageId>(row[0]))->regions.push_back(read_region(row, 1));
}

}  // namespace

std::vector<Product> read_products(SqlTransaction& transaction, OrgId org, std::span<const ProductId> ids) {
  std::vector<Product> products;
  if (ids.empty()) return products;
  const auto array = sql_array(ids);
  std::unordered_map<ProductId, std::size_t> places;
  const auto rows = transaction.exec_params(
      "SELECT p.id, source_id, external_id, title, description, brand, category_path, product_type, link,"
      " epoch_ms(updated_at) FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)"
      " JOIN products AS p ON p.org_id = $1 AND p.id = wanted.id ORDER BY wanted.place",
      sql(org), array);
  for (const auto& row : rows) {
    Product product;
    product.id = read_id<ProductId>(row[0]);
    product.source_id = read_id<SourceId>(row[1]);
    product.external_id = row[2].c_str();
    product.title = row[3].c_str();
    product.description = row[4].c_str();
    product.brand = row[5].c_str();
    product.category_path = read_array(row[6]);
    product.product_type = row[7].c_str();
    product.link = row[8].c_str();
    product.updated_at = read_time(row[9]);
    if (places.emplace(product.id, products.size()).second) products.push_back(std::move(product));
  }
  for (const auto& row : select_variants(transaction, org, array)) {
    const auto place = places.find(read_id<ProductId>(row["product_id"]));
    if (place == places.end()) continue;  // the product was deleted or added between the two statements
    products[place->second].variants.push_back({read_id<VariantId>(row["id"]), read_variant_facts(row)});
  }
  return products;
}

void read_images_into(SqlTransaction& transaction, OrgId org, std::vector<Product>& products) {
  SqlArray ids;
  std::unordered_map<ProductId, Product*> places;
  for (auto& product : products) {
    ids.add(product.id);
    places.emplace(product.id, &product);
  }
  const auto rows = transaction.exec_params(
      fmt::format("{} WHERE i.org_id = $1 AND i.product_id = ANY($2::uuid[]) ORDER BY i.position, i.id", kImageColumns),
      sql(org), ids.text());
  for (const auto& row : rows) {
    auto image = image_of(row);
    places.at(image.product_id)->images.push_back(std::move(image));
  }
  std::unordered_map<ImageId, Image*> images;
  for (auto& product : products)
    for (auto& image : product.images) images.emplace(image.id, &image);
  read_regions_into(transaction, org, images);
}

Image read_image(SqlTransaction& transaction, OrgId org, ImageId id) {
  const auto rows =
      transaction.exec_params(fmt::format("{} WHERE i.org_id = $1 AND i.id = $2", kImageColumns), sql(org), sql(id));
  if (rows.empty()) throw Error(ErrorKind::not_found, "there is no image " + id.to_string(), "image_id");
  auto image = image_of(rows[0]);
  std::unordered_map<ImageId, Image*> images = {{id, &image}};
  read_regions_into(transaction, org, images);
  return image;
}

std::vector<FilterColumns> read_filter_columns(SqlTransaction& transaction, OrgId org, std::span<const ProductId> ids) {
  std::vector<FilterColumns> columns;
  if (ids.empty()) return columns;
  const auto array = sql_array(ids);
  std::unordered_map<ProductId, std::size_t> places;
  const auto products = transaction.exec_params(
      "SELECT p.id, p.brand, p.category, ARRAY(SELECT DISTINCT c FROM images AS i, unnest(i.color_names) AS c"
      " WHERE i.org_id = p.org_id AND i.product_id = p.id ORDER BY c)"
      " FROM products AS p WHERE p.org_id = $1 AND p.id = ANY($2::uuid[]) ORDER BY p.id",
      sql(org), array);
  for (const auto& row : products) {
    places.emplace(read_id<ProductId>(row[0]), columns.size());
    columns.push_back({.product_id = read_id<ProductId>(row[0]),
                       .brand = row[1].c_str(),
                       .category = row[2].c_str(),
                       .photo_colors = read_array(row[3]),
                       .variants = {}});
  }
  for (const auto& row : select_variants(transaction, org, array)) {
    const auto place = places.find(read_id<ProductId>(row["product_id"]));
    if (place == places.end()) continue;
    auto facts = read_variant_facts(row);
    columns[place->second].variants.push_back({.id = read_id<VariantId>(row["id"]),
                                               .price = std::move(facts.price),
                                               .sale_price = std::move(facts.sale_price),
                                               .sale_from = facts.sale_from,
                                               .sale_until = facts.sale_until,
                                               .availability = facts.availability,
                                               .colors = std::move(facts.colors),
                                               .size = std::move(facts.size)});
  }
  return columns;
}

}  // namespace likeness
