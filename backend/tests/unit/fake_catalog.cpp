#include "unit/fake_catalog.hpp"

namespace likeness {
namespace {

[[noreturn]] void not_faked() { throw Error(ErrorKind::internal, "the fake catalogue has no such call"); }

}  // namespace

FilterColumns columns_of(ProductId product, std::int64_t price_minor) {
  return {.product_id = product, .variants = {{.id = VariantId::generate(), .price = Money{price_minor, "EUR"}}}};
}

std::vector<Product> FakeCatalog::products_by_id(OrgId, std::span<const ProductId> ids) {
  ++reads;
  std::vector<Product> found;
  for (const auto& id : ids)
    if (products_.contains(id)) found.push_back({.id = id, .title = id.to_string()});
  return found;
}

std::vector<std::optional<ImageId>> FakeCatalog::cover_images(OrgId, std::span<const ProductId> ids) {
  std::vector<std::optional<ImageId>> found;
  for (const auto& id : ids) found.push_back(covers.contains(id) ? std::optional(covers.at(id)) : std::nullopt);
  return found;
}

std::vector<std::optional<Box>> FakeCatalog::region_boxes(OrgId, std::span<const RegionId> ids) {
  std::vector<std::optional<Box>> found;
  for (const auto& id : ids) found.push_back(boxes.contains(id) ? std::optional(boxes.at(id)) : std::nullopt);
  return found;
}

std::vector<FilterColumns> FakeCatalog::filter_columns(OrgId, std::span<const ProductId> ids) {
  std::vector<FilterColumns> found;
  for (const auto& id : ids)
    if (products_.contains(id)) found.push_back(products_.at(id));
  return found;
}

std::vector<FilterColumns> FakeCatalog::filter_columns_after(OrgId, std::optional<ProductId> after, int limit) {
  if (before_page) before_page();
  std::vector<FilterColumns> page;
  for (auto place = after ? products_.upper_bound(*after) : products_.begin();
       place != products_.end() && page.size() < static_cast<std::size_t>(limit); ++place)
    page.push_back(place->second);
  return page;
}

UpsertedRows FakeCatalog::upsert_rows(OrgId, SourceId, ImportId, std::span<const CatalogRow>) { not_faked(); }
void FakeCatalog::preview_rows(OrgId, SourceId, ImportId, std::span<const CatalogRow>) { not_faked(); }
Product FakeCatalog::product(OrgId, ProductId) { not_faked(); }
ProductPage FakeCatalog::products(OrgId, std::optional<ProductId>, int) { not_faked(); }
std::vector<VectorId> FakeCatalog::delete_product(OrgId, ProductId) { not_faked(); }
std::map<std::string, ProductId> FakeCatalog::hold_products(OrgId, const std::string&, std::span<const std::string>) {
  not_faked();
}
std::vector<PatchedOffer> FakeCatalog::patch_offers(OrgId, std::span<const OfferPatch>) { not_faked(); }
void FakeCatalog::delete_products(OrgId, std::span<const ProductId>) { not_faked(); }
Image FakeCatalog::image(OrgId, ImageId) { not_faked(); }
std::vector<Facet> FakeCatalog::facets(OrgId, std::span<const ProductId>, std::span<const std::string>, int) {
  not_faked();
}
CatalogStore::TextMatches FakeCatalog::match_text(OrgId, const std::string&, const Filter&, int) { not_faked(); }

}  // namespace likeness
