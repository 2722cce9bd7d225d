#include "query/rank/ranker.hpp"

#include <unordered_map>

#include "domain/ranking.hpp"

namespace likeness::query {
namespace {

/// Text vectors always have a nearest neighbour; below this confidence it has nothing to do with the words.
constexpr double kTextConfidenceMin = 0.05;

}  // namespace

std::vector<Candidate> Ranker::collapse(const std::vector<VectorHit>& hits) const {
  std::vector<Candidate> candidates;
  std::unordered_map<ProductId, std::size_t> places;
  for (const auto& hit : hits) {
    const auto& calibration = hit.level == Level::region ? pack_.region_calibration : pack_.image_calibration;
    const double confidence = calibration.confidence(hit.cosine);
    const auto [place, is_new] = places.emplace(hit.product_id, candidates.size());
    if (is_new) candidates.emplace_back();
    auto& candidate = candidates[place->second];
    if (!is_new && confidence <= candidate.image_score) continue;
    candidate = {hit.product_id, hit.image_id, hit.region_id, confidence, confidence, confidence, 0};
  }
  sort_best_first(candidates);
  return candidates;
}

std::vector<Candidate> Ranker::fuse(const TextEvidence& evidence) const {
  std::unordered_map<ProductId, double> confidences;
  RankedList nearest;
  for (const auto& hit : evidence.vectors) {
    const double confidence = pack_.text_calibration.confidence(hit.cosine);
    if (confidence < kTextConfidenceMin) break;
    confidences.emplace(hit.product_id, confidence);
    nearest.products.push_back(hit.product_id);
  }
  const std::vector<RankedList> lists{{evidence.words.full_text, 1}, {evidence.words.trigram, 0.5}, std::move(nearest)};
  std::vector<Candidate> candidates;
  for (const auto& [product, score] : fuse_by_rank(lists)) {
    const auto known = confidences.find(product);
    const double confidence = known == confidences.end() ? kTextConfidenceMin : known->second;
    candidates.push_back({product, std::nullopt, std::nullopt, score, confidence, 0, score});
  }
  return candidates;
}

std::vector<Candidate> Ranker::rank(const SearchRequest& request, const std::vector<Candidate>& by_image,
                                    const std::vector<Candidate>& by_text) const {
  const double image_weight = !request.image ? 0.0 : request.text.empty() ? 1.0 : request.image_weight;
  auto ranked = blend(by_image, by_text, image_weight);
  if (ranked.size() > static_cast<std::size_t>(candidates_max_))
    ranked.resize(static_cast<std::size_t>(candidates_max_));
  return ranked;
}

}  // namespace likeness::query
