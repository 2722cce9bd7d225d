#pragma once

#include <optional>
#include <vector>

#include "domain/embedding.hpp"
#include "ports/job_store.hpp"

namespace likeness {

/// The vectors in the truth, from which every vector store can be rebuilt. Thread-safe.
class EmbeddingStore {
 public:
  virtual ~EmbeddingStore() = default;

  /// Pages by vector id, for rebuilding an index. Empty when there are no more.
  virtual std::vector<StoredVector> vectors_after(OrgId org, const PackKey& pack, VectorId after, int limit) = 0;
  /// The whole-image vector of a product's first understood photo, for "more like this". nullopt where it has none.
  virtual std::optional<HalfVector> product_vector(OrgId org, ProductId product, const PackKey& pack) = 0;
  virtual long count(OrgId org, const PackKey& pack) = 0;
};

}  // namespace likeness
