#include "adapters/embedded/collection.hpp"

#include <algorithm>

namespace likeness::embedded {

std::uint32_t Collection::ordinal_of(const ProductId& product) {
  const auto [place, is_new] = ordinals_.emplace(product, static_cast<std::uint32_t>(products_.size()));
  if (is_new) {
    products_.push_back(product);
    columns_.emplace_back();
  }
  return place->second;
}

void Collection::add(const StoredVector& vector) {
  if (places_.contains(vector.id)) return;
  auto level = levels_.find(vector.level);
  if (level == levels_.end())
    level = levels_.emplace(vector.level, LevelRows{VectorBlock(vector.vector.size()), {}}).first;
  auto& [block, rows] = level->second;
  if (block.dimensions() != vector.vector.size())
    throw Error(ErrorKind::internal, "a vector of " + std::to_string(vector.vector.size()) +
                                         " numbers does not fit an index of " + std::to_string(block.dimensions()));
  places_.emplace(vector.id, Place{vector.level, static_cast<std::uint32_t>(rows.size())});
  block.append(vector.vector);
  rows.push_back({vector.id, ordinal_of(vector.product_id), vector.image_id, vector.region_id});
}

void Collection::remove(VectorId id) {
  const auto found = places_.find(id);
  if (found == places_.end()) return;
  const auto [level, position] = found->second;
  places_.erase(found);
  auto& [block, rows] = levels_.at(level);
  block.remove(position);
  if (position + 1 != rows.size()) {
    rows[position] = rows.back();
    places_.at(rows[position].id).position = position;
  }
  rows.pop_back();
}

void Collection::put_columns(const FilterColumns& columns) {
  auto& slot = columns_[ordinal_of(columns.product_id)];
  if (!slot) ++product_count_;
  slot = columns;
}

void Collection::remove_product(const ProductId& product) {
  const auto found = ordinals_.find(product);
  if (found == ordinals_.end()) return;
  std::vector<VectorId> vectors;
  for (const auto& [level, level_rows] : levels_)
    for (const auto& row : level_rows.rows)
      if (row.product_ordinal == found->second) vectors.push_back(row.id);
  for (const auto id : vectors) remove(id);
  auto& slot = columns_[found->second];
  if (slot) --product_count_;
  slot.reset();
}

std::vector<std::uint8_t> Collection::allowed_products(const Filter& filter, TimePoint at) const {
  std::vector<std::uint8_t> allowed(products_.size());
  const bool unfiltered = filter.empty();
  for (std::size_t ordinal = 0; ordinal < columns_.size(); ++ordinal)
    allowed[ordinal] = unfiltered || (columns_[ordinal] && matches(filter, *columns_[ordinal], at));
  return allowed;
}

VectorHit Collection::to_hit(const LevelRows& level_rows, Level level, std::size_t position, float cosine) const {
  const auto& row = level_rows.rows[position];
  return {row.id, level, products_[row.product_ordinal], row.image_id, row.region_id, cosine};
}

std::vector<VectorHit> Collection::search(const VectorQuery& query) const {
  if (query.limit <= 0) return {};
  const auto allowed = allowed_products(query.filter, query.at);
  return query.exact ? reference_scan(query, allowed) : scan(query, allowed);
}

std::vector<VectorHit> Collection::scan(const VectorQuery& query, const std::vector<std::uint8_t>& allowed) const {
  struct Scored {
    float cosine;
    Level level;
    std::uint32_t position;
    bool operator<(const Scored& other) const { return cosine > other.cosine; }
  };
  std::vector<Scored> best;  // a heap whose front is the worst that is kept
  const auto limit = static_cast<std::size_t>(query.limit);
  for (const auto level : query.levels) {
    const auto found = levels_.find(level);
    if (found == levels_.end()) continue;
    const auto& [block, rows] = found->second;
    if (block.dimensions() != query.vector.size()) continue;
    for (std::uint32_t position = 0; position < rows.size(); ++position) {
      if (!allowed[rows[position].product_ordinal]) continue;
      const float cosine = dot(query.vector, block.row(position));
      if (best.size() == limit) {
        if (cosine <= best.front().cosine) continue;
        std::ranges::pop_heap(best, std::less<>{});
        best.pop_back();
      }
      best.push_back({cosine, level, position});
      std::ranges::push_heap(best, std::less<>{});
    }
  }
  std::ranges::sort_heap(best, std::less<>{});
  std::vector<VectorHit> hits;
  hits.reserve(best.size());
  for (const auto& [cosine, level, position] : best) hits.push_back(to_hit(levels_.at(level), level, position, cosine));
  return hits;
}

std::vector<VectorHit> Collection::reference_scan(const VectorQuery& query,
                                                  const std::vector<std::uint8_t>& allowed) const {
  std::vector<VectorHit> hits;
  for (const auto level : query.levels) {
    const auto found = levels_.find(level);
    if (found == levels_.end() || found->second.block.dimensions() != query.vector.size()) continue;
    for (std::size_t position = 0; position < found->second.rows.size(); ++position) {
      if (!allowed[found->second.rows[position].product_ordinal]) continue;
      const Vector stored = to_float(found->second.block.row(position));
      double cosine = 0;
      for (std::size_t i = 0; i < stored.size(); ++i) cosine += double{query.vector[i]} * double{stored[i]};
      hits.push_back(to_hit(found->second, level, position, static_cast<float>(cosine)));
    }
  }
  std::ranges::stable_sort(hits, std::greater<>{}, &VectorHit::cosine);
  hits.resize(std::min(hits.size(), static_cast<std::size_t>(query.limit)));
  return hits;
}

std::size_t Collection::memory_bytes() const {
  std::size_t bytes = 0;
  for (const auto& [level, level_rows] : levels_)
    bytes += level_rows.block.memory_bytes() + level_rows.rows.capacity() * sizeof(Row);
  return bytes + products_.size() * (sizeof(ProductId) + sizeof(FilterColumns));
}

}  // namespace likeness::embedded
