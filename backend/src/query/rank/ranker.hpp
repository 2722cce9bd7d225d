#pragma once

#include <vector>

#include "domain/search.hpp"
#include "ports/models.hpp"
#include "query/retrieve/retriever.hpp"

namespace likeness::query {

/// Third step: vectors become products, evidence becomes one score. Image and text stay apart until the last line.
class Ranker {
 public:
  Ranker(const PackInfo& pack, int candidates_max) : pack_(pack), candidates_max_(candidates_max) {}

  /// One candidate per product, with the photo or region that spoke best for it after its level's calibration.
  std::vector<Candidate> collapse(const std::vector<VectorHit>& hits) const;
  /// Full text, trigrams and text vectors, fused by reciprocal rank.
  std::vector<Candidate> fuse(const TextEvidence& evidence) const;
  /// The ordered result set, at most candidates_max.
  std::vector<Candidate> rank(const SearchRequest& request, const std::vector<Candidate>& by_image,
                              const std::vector<Candidate>& by_text) const;

 private:
  const PackInfo& pack_;
  int candidates_max_;
};

}  // namespace likeness::query
