#pragma once

#include <functional>
#include <map>

#include "ports/catalog_store.hpp"

namespace likeness {

/// A product that is there, with one variant at this price.
FilterColumns columns_of(ProductId product, std::int64_t price_minor = 1000);

/// Products in memory, of one org: what a search and an index rebuild read. Everything else throws.
class FakeCatalog : public CatalogStore {
 public:
  void put(const FilterColumns& columns) { products_[columns.product_id] = columns; }
  void erase(ProductId product) { products_.erase(product); }
  std::map<RegionId, Box> boxes;
  std::map<ProductId, ImageId> covers;
  int reads = 0;                      ///< calls of products_by_id
  std::function<void()> before_page;  ///< called before each page of filter_columns_after

  std::vector<Product> products_by_id(OrgId org, std::span<const ProductId> ids) override;
  std::vector<std::optional<ImageId>> cover_images(OrgId org, std::span<const ProductId> ids) override;
  std::vector<std::optional<Box>> region_boxes(OrgId org, std::span<const RegionId> ids) override;
  std::vector<FilterColumns> filter_columns(OrgId org, std::span<const ProductId> ids) override;
  std::vector<FilterColumns> filter_columns_after(OrgId org, std::optional<ProductId> after, int limit) override;

  UpsertedRows upsert_rows(OrgId, SourceId, ImportId, std::span<const CatalogRow>) override;
  void preview_rows(OrgId, SourceId, ImportId, std::span<const CatalogRow>) override;
  Product product(OrgId, ProductId) override;
  ProductPage products(OrgId, std::optional<ProductId>, int) override;
  std::vector<VectorId> delete_product(OrgId, ProductId) override;
  std::map<std::string, ProductId> hold_products(OrgId, const std::string&, std::span<const std::string>) override;
  std::vector<PatchedOffer> patch_offers(OrgId, std::span<const OfferPatch>) override;
  void delete_products(OrgId, std::span<const ProductId>) override;
  Image image(OrgId, ImageId) override;
  std::vector<Facet> facets(OrgId, std::span<const ProductId>, std::span<const std::string>, int) override;
  TextMatches match_text(OrgId, const std::string&, const Filter&, int) override;

 private:
  std::map<ProductId, FilterColumns> products_;
};

}  // namespace likeness
