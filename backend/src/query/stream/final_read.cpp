#include "query/stream/final_read.hpp"

#include <algorithm>
#include <unordered_map>

namespace likeness::query {
namespace {

/// Candidates that are read at least at a time, so that a page whose products are mostly gone takes few reads.
constexpr std::size_t kReadMin = 16;

}  // namespace

ReadPage FinalRead::read(OrgId org, const std::vector<Candidate>& candidates, std::size_t position, int limit,
                         const Filter& filter, TimePoint at) {
  ReadPage page;
  const auto wanted = static_cast<std::size_t>(limit);
  while (page.hits.size() < wanted && position < candidates.size()) {
    const auto end = std::min(candidates.size(), position + std::max(wanted - page.hits.size(), kReadMin));
    std::vector<ProductId> ids;
    for (auto i = position; i < end; ++i) ids.push_back(candidates[i].product_id);

    std::unordered_map<ProductId, Product> products;
    for (auto& product : catalog_.products_by_id(org, ids)) products.emplace(product.id, std::move(product));
    std::unordered_map<ProductId, FilterColumns> columns;
    for (auto& row : catalog_.filter_columns(org, ids)) columns.emplace(row.product_id, std::move(row));

    for (; position < end && page.hits.size() < wanted; ++position) {
      const auto& candidate = candidates[position];
      const auto product = products.find(candidate.product_id);
      const auto row = columns.find(candidate.product_id);
      if (product == products.end() || row == columns.end() || !matches(filter, row->second, at)) continue;
      const auto* variant = matching_variant(filter, row->second, at);
      if (variant == nullptr) continue;
      Hit hit;
      hit.product = std::move(product->second);
      hit.variant_id = variant->id;
      hit.image_id = candidate.image_id;
      hit.region_id = candidate.region_id;
      hit.score = candidate.score;
      hit.confidence = candidate.confidence;
      hit.band = band_of(candidate.confidence);
      hit.image_score = candidate.image_score;
      hit.text_score = candidate.text_score;
      page.hits.push_back(std::move(hit));
    }
  }
  page.next_position = position;
  add_pictures(org, page.hits);
  return page;
}

void FinalRead::add_pictures(OrgId org, std::vector<Hit>& hits) {
  std::vector<ProductId> without_picture;
  std::vector<RegionId> regions;
  for (const auto& hit : hits) {
    if (!hit.image_id) without_picture.push_back(hit.product.id);
    if (hit.region_id) regions.push_back(*hit.region_id);
  }
  const auto covers =
      without_picture.empty() ? std::vector<std::optional<ImageId>>{} : catalog_.cover_images(org, without_picture);
  const auto boxes = regions.empty() ? std::vector<std::optional<Box>>{} : catalog_.region_boxes(org, regions);
  auto cover = covers.begin();
  auto box = boxes.begin();
  for (auto& hit : hits) {
    if (!hit.image_id) hit.image_id = *cover++;
    if (hit.region_id) hit.box = *box++;
  }
}

}  // namespace likeness::query
