#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/embedding.hpp"
#include "domain/filter.hpp"
#include "ports/job_store.hpp"

namespace likeness {

struct VectorQuery {
  Vector vector;
  std::vector<Level> levels;  ///< which vectors to look at
  Filter filter;
  TimePoint at;        ///< the moment at which sale prices are judged
  int limit = 0;       ///< vectors, not products
  bool exact = false;  ///< by the plain reference scan, whatever the engine
};

struct VectorHit {
  VectorId id{};
  Level level = Level::image;
  ProductId product_id;
  std::optional<ImageId> image_id;
  std::optional<RegionId> region_id;
  float cosine = 0;
};

struct IndexStatus {
  std::string engine;
  std::string state;  ///< ready, rebuilding
  long vectors = 0;
  long products = 0;
  std::size_t memory_bytes = 0;
  TimePoint changed_at;
};

/// Nearest vectors under a filter: one collection per (org, pack). An index is a copy of the truth and may be dropped
/// at any time. A hit it returns may be stale; the final read decides. Thread-safe; a search never waits for a writer
/// longer than the copying of one batch. Where an engine cannot apply a filter exactly it lets more through, never
/// less.
class VectorIndex {
 public:
  virtual ~VectorIndex() = default;

  /// Adds vectors; an id that is there already is left as it is.
  virtual void add(OrgId org, const PackKey& pack, std::span<const StoredVector> vectors) = 0;
  virtual void remove(OrgId org, const PackKey& pack, std::span<const VectorId> ids) = 0;
  /// Sets the filter columns of products, whether or not they have vectors.
  virtual void put_columns(OrgId org, const PackKey& pack, std::span<const FilterColumns> columns) = 0;
  virtual void remove_products(OrgId org, const PackKey& pack, std::span<const ProductId> products) = 0;

  /// Best first. Vectors of products without filter columns count as having none.
  virtual std::vector<VectorHit> search(OrgId org, const PackKey& pack, const VectorQuery& query) = 0;

  /// Between the two calls a second, empty collection takes every change beside the live one; the caller fills it from
  /// the truth by add() and put_columns(), and finish_rebuild() makes it the live one in one step. Searches see the old
  /// one until then. Error{conflict} where a rebuild is running.
  virtual void begin_rebuild(OrgId org, const PackKey& pack) = 0;
  virtual void finish_rebuild(OrgId org, const PackKey& pack) = 0;
  /// Throws the second collection away; the live one stays. Nothing happens where no rebuild is running.
  virtual void abandon_rebuild(OrgId org, const PackKey& pack) = 0;
  /// Whether a collection of that key is there to be searched.
  virtual bool contains(OrgId org, const PackKey& pack) = 0;
  virtual void drop(OrgId org) = 0;
  virtual IndexStatus status(OrgId org, const PackKey& pack) = 0;
};

}  // namespace likeness
