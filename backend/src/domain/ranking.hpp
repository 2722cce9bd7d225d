#pragma once

#include <span>
#include <vector>

#include "domain/search.hpp"

namespace likeness {

/// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): a product scores the sum over lists of 1 / (k + rank),
/// rank from 1. Returned best first, scaled so that being first in every list is 1.
struct RankedList {
  std::vector<ProductId> products;
  double weight = 1;
};
struct FusedProduct {
  ProductId product_id;
  double score = 0;
};
std::vector<FusedProduct> fuse_by_rank(std::span<const RankedList> lists, double k = 60);

/// Late fusion: score = weight * image_score + (1 - weight) * text_score over the union of both lists. Best first;
/// equal scores are ordered by product id, so that pages are stable.
std::vector<Candidate> blend(std::span<const Candidate> by_image, std::span<const Candidate> by_text,
                             double image_weight);

void sort_best_first(std::vector<Candidate>& candidates);

}  // namespace likeness
