#pragma once

#include <string>

#include "domain/search.hpp"
#include "ports/metrics.hpp"
#include "query/embed/query_embedder.hpp"
#include "query/rank/ranker.hpp"
#include "query/retrieve/retriever.hpp"
#include "query/stream/final_read.hpp"
#include "query/stream/result_pages.hpp"

namespace likeness::query {

/// The whole query chain: embed -> retrieve -> rank -> final read -> page. Thread-safe.
class SearchService {
 public:
  struct Parts {
    ModelPack& pack;
    QueryEmbedder& embedder;
    Retriever& retriever;
    Ranker& ranker;
    FinalRead& final_read;
    ResultPages& pages;
    VectorIndex& index;
    CatalogStore& catalog;
    Metrics& metrics;
  };
  struct Options {
    int candidates_max = 2000;
    int facet_values_max = 50;
  };

  SearchService(Parts parts, Options options) : parts_(parts), options_(options) {}

  SearchAnswer search(OrgId org, const std::string& principal, const SearchRequest& request);
  /// The page that a cursor names, of a search made before with the same filter. Error{gone} where it is not kept.
  SearchAnswer next_page(OrgId org, const SearchRequest& request, const std::string& cursor);

 private:
  SearchAnswer page(OrgId org, const SearchRequest& request, SearchId id, const KeptResult& result,
                    std::size_t position);

  Parts parts_;
  Options options_;
};

}  // namespace likeness::query
