#pragma once

#include <chrono>

#include "adapters/postgres/transaction.hpp"
#include "domain/quota.hpp"
#include "ports/catalog_store.hpp"

namespace likeness {

struct CatalogWriteOptions {
  /// Jobs of an import's first rows, up to this many and counted by whole batches, go before bulk.
  int small_update_rows_max = 200;
  /// Known remote photos that an import names again are asked for changes when that was last done before this.
  std::chrono::hours recheck{24};
  Quota quota = {};  ///< of orgs for which the operator set none
};

/// Serves both roles: requests with the app's pool, feed jobs with the worker's.
class PostgresCatalogStore final : public CatalogStore {
 public:
  explicit PostgresCatalogStore(PostgresConnectionPool& pool, CatalogWriteOptions options = {})
      : pool_(pool), options_(options) {}

  /// Product fields are those of the last row in the batch that names the product. A product that an earlier batch of
  /// the same import wrote keeps its product fields, so that a group which straddles two batches does not change on
  /// each import; a product that a newer import wrote is left alone altogether.
  UpsertedRows upsert_rows(OrgId org, SourceId source, ImportId import, std::span<const CatalogRow> rows) override;
  void preview_rows(OrgId org, SourceId source, ImportId import, std::span<const CatalogRow> rows) override;

  Product product(OrgId org, ProductId id) override;
  ProductPage products(OrgId org, std::optional<ProductId> after, int limit) override;
  std::vector<Product> products_by_id(OrgId org, std::span<const ProductId> ids) override;
  std::vector<VectorId> delete_product(OrgId org, ProductId id) override;

  std::map<std::string, ProductId> hold_products(OrgId org, const std::string& source_name,
                                                 std::span<const std::string> external_ids) override;
  std::vector<PatchedOffer> patch_offers(OrgId org, std::span<const OfferPatch> patches) override;
  void delete_products(OrgId org, std::span<const ProductId> ids) override;

  Image image(OrgId org, ImageId id) override;
  std::vector<std::optional<ImageId>> cover_images(OrgId org, std::span<const ProductId> ids) override;
  std::vector<std::optional<Box>> region_boxes(OrgId org, std::span<const RegionId> ids) override;

  std::vector<FilterColumns> filter_columns(OrgId org, std::span<const ProductId> ids) override;
  std::vector<FilterColumns> filter_columns_after(OrgId org, std::optional<ProductId> after, int limit) override;

  std::vector<Facet> facets(OrgId org, std::span<const ProductId> ids, std::span<const std::string> names,
                            int values_max) override;
  TextMatches match_text(OrgId org, const std::string& text, const Filter& filter, int limit) override;

 private:
  PostgresConnectionPool& pool_;
  const CatalogWriteOptions options_;
};

}  // namespace likeness
