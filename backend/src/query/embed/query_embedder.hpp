#pragma once

#include <optional>

#include "domain/search.hpp"
#include "ports/cache.hpp"
#include "ports/catalog_store.hpp"
#include "ports/embedding_store.hpp"
#include "ports/http_fetcher.hpp"
#include "ports/models.hpp"
#include "query/embed/query_images.hpp"

namespace likeness::query {

/// First step of a search: the photo, its box and the words become vectors, by the same code path as the catalogue's.
/// The vector of a shopper's photo is kept for a while, because filters, pages and weights are tried on one photo.
class QueryEmbedder {
 public:
  struct Parts {
    ModelPack& pack;
    QueryImages& query_images;
    EmbeddingStore& embeddings;
    CatalogStore& catalog;
    ObjectStore& objects;
    ImageCodec& codec;
    HttpFetcher& fetcher;
    Cache& cache;
  };

  explicit QueryEmbedder(Parts parts) : parts_(parts) {}

  /// Error{not_found} where the photo or product is not there, or has no vector yet.
  Vector embed(OrgId org, const std::string& principal, const ImageSource& source);
  Vector embed(const std::string& text);

 private:
  Vector embed_picture(OrgId org, const std::string& principal, const ImageSource& source);
  Pixels pixels(OrgId org, const std::string& principal, const ImageSource& source, int longest_side_px);

  Parts parts_;
};

}  // namespace likeness::query
