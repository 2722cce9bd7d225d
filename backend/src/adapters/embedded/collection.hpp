#pragma once

#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "adapters/embedded/vector_block.hpp"
#include "ports/vector_index.hpp"

namespace likeness::embedded {

/// Vectors and filter columns of one org under one pack. Each level has its block; every product has a dense ordinal,
/// so that a filter is decided once per product before the vectors are scanned. Not thread-safe.
class Collection {
 public:
  void add(const StoredVector& vector);
  void remove(VectorId id);
  void put_columns(const FilterColumns& columns);
  void remove_product(const ProductId& product);

  /// Exact scan over the rows whose product passes the filter, best `limit` first.
  std::vector<VectorHit> search(const VectorQuery& query) const;

  std::size_t vector_count() const { return places_.size(); }
  std::size_t product_count() const { return product_count_; }
  std::size_t memory_bytes() const;

 private:
  struct Row {
    VectorId id{};
    std::uint32_t product_ordinal = 0;
    std::optional<ImageId> image_id;
    std::optional<RegionId> region_id;
  };
  struct LevelRows {
    VectorBlock block;
    std::vector<Row> rows;
  };
  struct Place {
    Level level;
    std::uint32_t position;
  };

  std::uint32_t ordinal_of(const ProductId& product);
  /// One flag per product ordinal: whether its vectors may be answers.
  std::vector<std::uint8_t> allowed_products(const Filter& filter, TimePoint at) const;
  VectorHit to_hit(const LevelRows& level_rows, Level level, std::size_t position, float cosine) const;
  std::vector<VectorHit> scan(const VectorQuery& query, const std::vector<std::uint8_t>& allowed) const;
  /// The plainest correct answer, in double precision over every row, to measure scan() against.
  std::vector<VectorHit> reference_scan(const VectorQuery& query, const std::vector<std::uint8_t>& allowed) const;

  std::map<Level, LevelRows> levels_;
  std::unordered_map<VectorId, Place> places_;
  std::unordered_map<ProductId, std::uint32_t> ordinals_;
  std::vector<ProductId> products_;
  std::vector<std::optional<FilterColumns>> columns_;
  std::size_t product_count_ = 0;
};

}  // namespace likeness::embedded
