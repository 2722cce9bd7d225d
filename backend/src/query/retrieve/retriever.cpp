#include "query/retrieve/retriever.hpp"

namespace likeness::query {
namespace {

/// A product has several vectors; so many are fetched for each product that is wanted.
constexpr int kVectorsPerProduct = 3;

}  // namespace

std::vector<VectorHit> Retriever::by_image(OrgId org, const Vector& vector, const SearchRequest& request,
                                           TimePoint at) {
  VectorQuery query;
  query.vector = vector;
  query.levels = {Level::image, Level::region};
  query.filter = request.filter;
  query.at = at;
  query.limit = candidates_max_ * kVectorsPerProduct;
  query.exact = request.exact;
  return index_.search(org, pack_, query);
}

TextEvidence Retriever::by_text(OrgId org, const Vector& vector, const SearchRequest& request, TimePoint at) {
  VectorQuery query;
  query.vector = vector;
  query.levels = {Level::text};
  query.filter = request.filter;
  query.at = at;
  query.limit = candidates_max_;
  query.exact = request.exact;
  return {catalog_.match_text(org, request.text, request.filter, candidates_max_), index_.search(org, pack_, query)};
}

}  // namespace likeness::query
