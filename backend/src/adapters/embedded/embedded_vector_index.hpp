#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "adapters/embedded/collection.hpp"
#include "ports/org_data.hpp"
#include "ports/vector_index.hpp"

namespace likeness {

/// Vector index in the process: exact scan over f16 vectors, filters decided before the scan. It holds nothing of its
/// own that the truth does not, so it starts empty and is rebuilt.
class EmbeddedVectorIndex final : public VectorIndex, public OrgData {
 public:
  void add(OrgId org, const PackKey& pack, std::span<const StoredVector> vectors) override;
  void remove(OrgId org, const PackKey& pack, std::span<const VectorId> ids) override;
  void put_columns(OrgId org, const PackKey& pack, std::span<const FilterColumns> columns) override;
  void remove_products(OrgId org, const PackKey& pack, std::span<const ProductId> products) override;
  std::vector<VectorHit> search(OrgId org, const PackKey& pack, const VectorQuery& query) override;
  void begin_rebuild(OrgId org, const PackKey& pack) override;
  void finish_rebuild(OrgId org, const PackKey& pack) override;
  void abandon_rebuild(OrgId org, const PackKey& pack) override;
  bool contains(OrgId org, const PackKey& pack) override;
  void drop(OrgId org) override;
  IndexStatus status(OrgId org, const PackKey& pack) override;
  std::string store_name() const override { return "vectors_in_index"; }
  /// Of all packs.
  long count_of(OrgId org) override;
  void erase_all_of(OrgId org) override { drop(org); }

 private:
  struct Slot {
    /// Everybody passes the door one by one and a writer stays in it until it has the lock: a shared mutex alone lets
    /// readers that never stop coming keep a writer out for ever.
    std::shared_lock<std::shared_mutex> to_read() {
      std::lock_guard turn(door);
      return std::shared_lock(mutex);
    }
    std::unique_lock<std::shared_mutex> to_write() {
      std::lock_guard turn(door);
      return std::unique_lock(mutex);
    }

    std::mutex door;
    std::shared_mutex mutex;
    embedded::Collection live;
    std::unique_ptr<embedded::Collection> rebuilding;  ///< takes every change too, until it becomes the live one
    TimePoint changed_at{};
  };
  using Key = std::pair<OrgId, PackKey>;

  std::shared_ptr<Slot> find(OrgId org, const PackKey& pack);
  std::shared_ptr<Slot> find_or_create(OrgId org, const PackKey& pack);
  /// Applies `change` to the live collection and to the one being rebuilt, under the writer's lock.
  template <class Change>
  void apply(OrgId org, const PackKey& pack, Change change);

  std::shared_mutex slots_mutex_;
  std::map<Key, std::shared_ptr<Slot>> slots_;
};

}  // namespace likeness
