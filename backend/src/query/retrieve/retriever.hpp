#pragma once

#include "domain/search.hpp"
#include "ports/catalog_store.hpp"
#include "ports/vector_index.hpp"

namespace likeness::query {

/// What the words alone found: three lists that are fused by rank, and the text vectors' cosines for confidence.
struct TextEvidence {
  CatalogStore::TextMatches words;
  std::vector<VectorHit> vectors;
};

/// Second step: nearest vectors and matching words, filters pushed down.
class Retriever {
 public:
  Retriever(VectorIndex& index, CatalogStore& catalog, PackKey pack, int candidates_max)
      : index_(index), catalog_(catalog), pack_(std::move(pack)), candidates_max_(candidates_max) {}

  std::vector<VectorHit> by_image(OrgId org, const Vector& vector, const SearchRequest& request, TimePoint at);
  TextEvidence by_text(OrgId org, const Vector& vector, const SearchRequest& request, TimePoint at);

 private:
  VectorIndex& index_;
  CatalogStore& catalog_;
  PackKey pack_;
  int candidates_max_;
};

}  // namespace likeness::query
