#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "domain/catalog.hpp"

namespace likeness {

/// All that one batch of rows says of one product.
struct BatchProduct {
  CatalogRow fields;                   ///< product fields of the last row; its variant and images are unused
  std::vector<VariantFacts> variants;  ///< by the order of their first row; of rows with one id the last counts
  std::vector<ImageReference> images;  ///< by the order of their first mention, which also gives role and position
  std::string search_words;
  ProductId proposed_id;  ///< for a product that is new; in the order of the feed
};

/// A product of the batch as it is in the database once its row is written.
struct WrittenProduct {
  ProductId id;
  const BatchProduct* said = nullptr;
  bool created = false;
  bool changed = false;
  bool words_changed = false;
  bool seen_before = false;  ///< an earlier batch of this import wrote it
};

/// By external id: the order in which rows are locked, the same for every import.
using CatalogBatch = std::map<std::string, BatchProduct>;

CatalogBatch merge_rows(std::span<const CatalogRow> rows);

/// `count` new ids in ascending order, so that what is listed by id is in the order of the feed.
template <class IdType>
std::vector<IdType> generate_ids(std::size_t count) {
  std::vector<IdType> ids(count);
  for (auto& id : ids) id = IdType::generate();
  std::ranges::sort(ids);
  return ids;
}

}  // namespace likeness
