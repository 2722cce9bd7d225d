#include "adapters/postgres/catalog_batch.hpp"

#include <algorithm>

namespace likeness {
namespace {

void add_variant(BatchProduct& product, const VariantFacts& facts) {
  const auto same = std::ranges::find(product.variants, facts.external_id, &VariantFacts::external_id);
  if (same == product.variants.end())
    product.variants.push_back(facts);
  else
    *same = facts;
}

void add_images(BatchProduct& product, std::span<const ImageReference> images) {
  for (const auto& image : images)
    if (std::ranges::find(product.images, image.location, &ImageReference::location) == product.images.end())
      product.images.push_back(image);
}

/// The words of the product as a whole: those of its last row, with the colours of every variant.
std::string search_words(const BatchProduct& product) {
  CatalogRow row = product.fields;
  row.variant.colors.clear();
  for (const auto& variant : product.variants)
    for (const auto& color : variant.colors)
      if (std::ranges::find(row.variant.colors, color) == row.variant.colors.end()) row.variant.colors.push_back(color);
  return searchable_text(row);
}

}  // namespace

CatalogBatch merge_rows(std::span<const CatalogRow> rows) {
  CatalogBatch batch;
  std::vector<BatchProduct*> in_feed_order;
  for (const auto& row : rows) {
    const auto [place, is_new] = batch.try_emplace(row.product_external_id);
    auto& product = place->second;
    if (is_new) in_feed_order.push_back(&product);
    product.fields = row;
    add_variant(product, row.variant);
    add_images(product, row.images);
  }
  const auto ids = generate_ids<ProductId>(in_feed_order.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    in_feed_order[i]->proposed_id = ids[i];
    in_feed_order[i]->search_words = search_words(*in_feed_order[i]);
  }
  return batch;
}

}  // namespace likeness
