#pragma once

#include <span>
#include <vector>

#include "adapters/postgres/transaction.hpp"
#include "domain/catalog.hpp"
#include "domain/filter.hpp"

namespace likeness {

/// Those of `ids` that exist, in their order, with variants.
std::vector<Product> read_products(SqlTransaction& transaction, OrgId org, std::span<const ProductId> ids);
/// Adds images with their regions to products.
void read_images_into(SqlTransaction& transaction, OrgId org, std::vector<Product>& products);
/// Error{not_found} where there is none.
Image read_image(SqlTransaction& transaction, OrgId org, ImageId id);
/// Those of `ids` that exist, in order of id.
std::vector<FilterColumns> read_filter_columns(SqlTransaction& transaction, OrgId org, std::span<const ProductId> ids);

}  // namespace likeness
