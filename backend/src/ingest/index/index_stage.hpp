#pragma once

#include <span>
#include <vector>

#include "ports/catalog_store.hpp"
#include "ports/vector_index.hpp"

namespace likeness::ingest {

/// Last stage: what was committed becomes visible to search.
class IndexStage {
 public:
  IndexStage(VectorIndex& index, CatalogStore& catalog, PackKey pack)
      : index_(index), catalog_(catalog), pack_(std::move(pack)) {}

  /// Vectors of one photo or text, after their commit.
  void run(OrgId org, const Completion& completion);
  /// Filter columns of products whose rows changed.
  void refresh_columns(OrgId org, std::span<const ProductId> products);
  void remove(OrgId org, std::span<const VectorId> vectors);
  void remove_products(OrgId org, std::span<const ProductId> products);

 private:
  VectorIndex& index_;
  CatalogStore& catalog_;
  PackKey pack_;
};

}  // namespace likeness::ingest
