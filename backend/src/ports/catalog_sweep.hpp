#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/embedding.hpp"
#include "domain/ids.hpp"
#include "ports/job_store.hpp"

namespace likeness {

/// What would go because a feed, read to its end, no longer names it. Of a delta: no products and no variants.
struct SweepPlan {
  long products_before = 0;   ///< of the source, without those that this import made
  long products_missing = 0;  ///< all of their variants are missing
  bool anything = false;      ///< a product, a variant or a photo
};

/// What went with one page of a source's products, for the vector index to follow.
struct SweptPage {
  std::vector<VectorId> vectors;
  std::vector<ProductId> removed;
  std::vector<ProductId> touched;  ///< lost a variant
  std::vector<ProductId> lost_photos;
  std::optional<std::string> next_after;  ///< nullopt after the last page
};

/// Removal of what an import did not name, by generation: a variant is missing where the last import that named it is
/// older and no broken row of this one bears its id. A product goes with its last variant. Photos that are not named
/// go where every variant that is left was named, so that a delta or a broken row takes no photo of another variant.
/// What a newer import named stays. Thread-safe; one transaction a call; Error{cancelled} where the import is no
/// longer reading.
class CatalogSweep {
 public:
  virtual ~CatalogSweep() = default;
  virtual SweepPlan plan(OrgId org, ImportId import) = 0;
  /// Sweeps the next `limit` products of the source by external id, after `after`. Doing it again changes nothing.
  virtual SweptPage sweep_page(OrgId org, ImportId import, const std::string& after, int limit) = 0;
  /// Of these products, which the open unit of work has just written for the import: their variants and photos that it
  /// did not name go, also where it is a delta.
  virtual SweptPage sweep_products(OrgId org, ImportId import, std::span<const ProductId> ids) = 0;
};

}  // namespace likeness
