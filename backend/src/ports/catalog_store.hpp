#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/catalog.hpp"
#include "domain/filter.hpp"
#include "domain/search.hpp"

namespace likeness {

/// Result of writing a batch of rows: what the vector store's filter columns must follow.
struct UpsertedRows {
  int products_created = 0;
  int products_changed = 0;
  std::vector<ProductId> touched;

  /// A new product, or new photos of a product, that the org's quotas have no room for.
  struct LeftOut {
    std::string product_external_id;
    int photos = 0;  ///< 0: the product itself
    std::string reason;
  };
  std::vector<LeftOut> left_out = {};

  /// A product of the rows that is as they say.
  struct Written {
    std::string product_external_id;
    ProductId id;
    bool created = false;
    bool changed = false;
  };
  std::vector<Written> written = {};
  std::vector<std::string> outdated = {};  ///< external ids of products left alone: a newer import wrote them
};

/// Sets what a variant is offered for, and nothing that is searched in.
struct OfferPatch {
  ProductId product_id;
  std::string variant_external_id;  ///< empty: every variant of the product
  VariantFacts offer;               ///< of it what `sets` names; nullopt takes away
  struct Sets {
    bool price = false;
    bool sale_price = false;
    bool sale_interval = false;
    bool availability = false;
    bool link = false;
  } sets;
};

/// What became of one patch.
struct PatchedOffer {
  bool found = true;  ///< false: there is no such variant, and nothing of the product was changed
  bool changed = false;
  bool sale_left_out = false;  ///< the sale price would have been higher than the price
};

struct ProductPage {
  std::vector<Product> products;
  std::optional<ProductId> next_after;
};

/// Products, variants and images: the truth. Every call is one transaction under the org's row-level security;
/// thread-safe. A foreign or unknown id is Error{not_found}.
class CatalogStore {
 public:
  virtual ~CatalogStore() = default;

  /// Writes rows of one import, keyed by (org, source, external id), so a second run changes nothing. In the same
  /// transaction: new photos get an image job (waiting where the client must upload them, else queued for fetch), a
  /// product whose words are new or changed gets a text job, and the outbox gets a wake-up for each unit. What is
  /// beyond the org's quotas is left out; what is there already is changed all the same. Error{cancelled} where the
  /// import is no longer reading: paused, cancelled, or overtaken by a newer one.
  virtual UpsertedRows upsert_rows(OrgId org, SourceId source, ImportId import, std::span<const CatalogRow> rows) = 0;
  /// What upsert_rows would do with the rows, kept with the import for ImportStore::finish_preview; the catalogue stays
  /// as it is.
  virtual void preview_rows(OrgId org, SourceId source, ImportId import, std::span<const CatalogRow> rows) = 0;

  virtual Product product(OrgId org, ProductId id) = 0;
  /// Keyset pages by id, oldest first, with variants, without images. `limit` 1..200.
  virtual ProductPage products(OrgId org, std::optional<ProductId> after, int limit) = 0;
  /// Those of `ids` that still exist, in their order, with variants, without images: the final read of a search.
  virtual std::vector<Product> products_by_id(OrgId org, std::span<const ProductId> ids) = 0;
  /// Returns the vectors that went with the product.
  virtual std::vector<VectorId> delete_product(OrgId org, ProductId id) = 0;

  /// Those of the source's products that exist, by external id: until the open unit of work ends nobody else changes
  /// them. All callers take them in the same order, and so does upsert_rows.
  virtual std::map<std::string, ProductId> hold_products(OrgId org, const std::string& source_name,
                                                         std::span<const std::string> external_ids) = 0;
  /// What became of each patch, in their order. Vectors stay as they are. Of a product whose patches name a variant
  /// that there is not, nothing is changed.
  virtual std::vector<PatchedOffer> patch_offers(OrgId org, std::span<const OfferPatch> patches) = 0;
  /// Ids that name nothing are passed over.
  virtual void delete_products(OrgId org, std::span<const ProductId> ids) = 0;

  virtual Image image(OrgId org, ImageId id) = 0;
  /// The photo that stands for each product in a list (lowest position that is understood), for hits found by words.
  virtual std::vector<std::optional<ImageId>> cover_images(OrgId org, std::span<const ProductId> ids) = 0;
  /// Box of each region; nullopt where it is gone.
  virtual std::vector<std::optional<Box>> region_boxes(OrgId org, std::span<const RegionId> ids) = 0;

  virtual std::vector<FilterColumns> filter_columns(OrgId org, std::span<const ProductId> ids) = 0;
  /// All products of the org, keyset pages of `limit` by id, for rebuilding an index.
  virtual std::vector<FilterColumns> filter_columns_after(OrgId org, std::optional<ProductId> after, int limit) = 0;

  /// Counts of values over a set of products, most frequent first, at most `values_max` each. Names: brand, category,
  /// color, size, availability.
  virtual std::vector<Facet> facets(OrgId org, std::span<const ProductId> ids, std::span<const std::string> names,
                                    int values_max) = 0;

  /// Full text (stemmed words) and trigram similarity over title, brand, category and description, filters applied,
  /// best first; two lists, because they are fused by rank and their scores do not compare.
  struct TextMatches {
    std::vector<ProductId> full_text;
    std::vector<ProductId> trigram;
  };
  virtual TextMatches match_text(OrgId org, const std::string& text, const Filter& filter, int limit) = 0;
};

}  // namespace likeness
