#pragma once

#include <stop_token>

#include "ports/catalog_store.hpp"
#include "ports/embedding_store.hpp"
#include "ports/vector_index.hpp"

namespace likeness::ingest {

/// Fills an org's index from the truth, page by page, and makes it the live one. Searches go on meanwhile. Stops early,
/// leaving the old one live, when asked to or when the truth cannot be read. Returns the number of vectors.
long rebuild_index(OrgId org, const PackKey& pack, CatalogStore& catalog, EmbeddingStore& embeddings,
                   VectorIndex& index, std::stop_token stop);

}  // namespace likeness::ingest
