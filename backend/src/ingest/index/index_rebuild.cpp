#include "ingest/index/index_rebuild.hpp"

namespace likeness::ingest {
namespace {

constexpr int kPageSize = 2000;

long fill(OrgId org, const PackKey& pack, CatalogStore& catalog, EmbeddingStore& embeddings, VectorIndex& index,
          std::stop_token stop) {
  std::optional<ProductId> last_product;
  while (!stop.stop_requested()) {
    const auto page = catalog.filter_columns_after(org, last_product, kPageSize);
    if (page.empty()) break;
    index.put_columns(org, pack, page);
    last_product = page.back().product_id;
  }
  long vectors = 0;
  VectorId last_vector{};
  while (!stop.stop_requested()) {
    const auto page = embeddings.vectors_after(org, pack, last_vector, kPageSize);
    if (page.empty()) break;
    index.add(org, pack, page);
    last_vector = page.back().id;
    vectors += static_cast<long>(page.size());
  }
  return vectors;
}

}  // namespace

long rebuild_index(OrgId org, const PackKey& pack, CatalogStore& catalog, EmbeddingStore& embeddings,
                   VectorIndex& index, std::stop_token stop) {
  index.begin_rebuild(org, pack);
  try {
    const long vectors = fill(org, pack, catalog, embeddings, index, stop);
    if (stop.stop_requested())
      index.abandon_rebuild(org, pack);
    else
      index.finish_rebuild(org, pack);
    return vectors;
  } catch (...) {
    index.abandon_rebuild(org, pack);
    throw;
  }
}

}  // namespace likeness::ingest
