#include "domain/ranking.hpp"

#include <algorithm>
#include <unordered_map>

namespace likeness {

std::vector<FusedProduct> fuse_by_rank(std::span<const RankedList> lists, double k) {
  std::unordered_map<ProductId, double> scores;
  double best_possible = 0;
  for (const auto& list : lists) {
    best_possible += list.weight / (k + 1);
    double rank = 1;
    for (const auto& product : list.products) scores[product] += list.weight / (k + rank++);
  }
  std::vector<FusedProduct> fused;
  fused.reserve(scores.size());
  for (const auto& [product, score] : scores) fused.push_back({product, score / best_possible});
  std::ranges::sort(fused, [](const auto& left, const auto& right) {
    return left.score != right.score ? left.score > right.score : left.product_id < right.product_id;
  });
  return fused;
}

std::vector<Candidate> blend(std::span<const Candidate> by_image, std::span<const Candidate> by_text,
                             double image_weight) {
  std::vector<Candidate> blended(by_image.begin(), by_image.end());
  std::unordered_map<ProductId, std::size_t> places;
  for (std::size_t i = 0; i < blended.size(); ++i) places.emplace(blended[i].product_id, i);
  for (const auto& candidate : by_text) {
    const auto [place, is_new] = places.emplace(candidate.product_id, blended.size());
    if (is_new) {
      blended.push_back(candidate);
    } else {
      auto& both = blended[place->second];
      both.text_score = candidate.text_score;
      both.confidence = std::max(both.confidence, candidate.confidence);
    }
  }
  for (auto& candidate : blended)
    candidate.score = image_weight * candidate.image_score + (1 - image_weight) * candidate.text_score;
  sort_best_first(blended);
  return blended;
}

void sort_best_first(std::vector<Candidate>& candidates) {
  std::ranges::sort(candidates, [](const auto& left, const auto& right) {
    return left.score != right.score ? left.score > right.score : left.product_id < right.product_id;
  });
}

}  // namespace likeness
