#include "adapters/embedded/embedded_vector_index.hpp"

namespace likeness {

std::shared_ptr<EmbeddedVectorIndex::Slot> EmbeddedVectorIndex::find(OrgId org, const PackKey& pack) {
  std::shared_lock lock(slots_mutex_);
  const auto found = slots_.find({org, pack});
  return found == slots_.end() ? nullptr : found->second;
}

std::shared_ptr<EmbeddedVectorIndex::Slot> EmbeddedVectorIndex::find_or_create(OrgId org, const PackKey& pack) {
  if (auto slot = find(org, pack)) return slot;
  std::unique_lock lock(slots_mutex_);
  auto& slot = slots_[{org, pack}];
  if (!slot) slot = std::make_shared<Slot>();
  return slot;
}

template <class Change>
void EmbeddedVectorIndex::apply(OrgId org, const PackKey& pack, Change change) {
  const auto slot = find_or_create(org, pack);
  const auto lock = slot->to_write();
  change(slot->live);
  if (slot->rebuilding) change(*slot->rebuilding);
  slot->changed_at = now();
}

void EmbeddedVectorIndex::add(OrgId org, const PackKey& pack, std::span<const StoredVector> vectors) {
  apply(org, pack, [&](embedded::Collection& collection) {
    for (const auto& vector : vectors) collection.add(vector);
  });
}

void EmbeddedVectorIndex::remove(OrgId org, const PackKey& pack, std::span<const VectorId> ids) {
  apply(org, pack, [&](embedded::Collection& collection) {
    for (const auto id : ids) collection.remove(id);
  });
}

void EmbeddedVectorIndex::put_columns(OrgId org, const PackKey& pack, std::span<const FilterColumns> columns) {
  apply(org, pack, [&](embedded::Collection& collection) {
    for (const auto& product : columns) collection.put_columns(product);
  });
}

void EmbeddedVectorIndex::remove_products(OrgId org, const PackKey& pack, std::span<const ProductId> products) {
  apply(org, pack, [&](embedded::Collection& collection) {
    for (const auto& product : products) collection.remove_product(product);
  });
}

std::vector<VectorHit> EmbeddedVectorIndex::search(OrgId org, const PackKey& pack, const VectorQuery& query) {
  const auto slot = find(org, pack);
  if (!slot) return {};
  const auto lock = slot->to_read();
  return slot->live.search(query);
}

void EmbeddedVectorIndex::begin_rebuild(OrgId org, const PackKey& pack) {
  const auto slot = find_or_create(org, pack);
  const auto lock = slot->to_write();
  if (slot->rebuilding) throw Error(ErrorKind::conflict, "the index of this org is being rebuilt already");
  slot->rebuilding = std::make_unique<embedded::Collection>();
}

void EmbeddedVectorIndex::finish_rebuild(OrgId org, const PackKey& pack) {
  const auto slot = find_or_create(org, pack);
  const auto lock = slot->to_write();
  if (!slot->rebuilding) return;
  slot->live = std::move(*slot->rebuilding);
  slot->rebuilding.reset();
  slot->changed_at = now();
}

void EmbeddedVectorIndex::abandon_rebuild(OrgId org, const PackKey& pack) {
  const auto slot = find(org, pack);
  if (!slot) return;
  const auto lock = slot->to_write();
  slot->rebuilding.reset();
}

bool EmbeddedVectorIndex::contains(OrgId org, const PackKey& pack) { return find(org, pack) != nullptr; }

void EmbeddedVectorIndex::drop(OrgId org) {
  std::unique_lock lock(slots_mutex_);
  std::erase_if(slots_, [&](const auto& entry) { return entry.first.first == org; });
}

long EmbeddedVectorIndex::count_of(OrgId org) {
  std::vector<std::shared_ptr<Slot>> slots;
  {
    std::shared_lock lock(slots_mutex_);
    for (const auto& [key, slot] : slots_)
      if (key.first == org) slots.push_back(slot);
  }
  long count = 0;
  for (const auto& slot : slots) {
    const auto lock = slot->to_read();
    count += static_cast<long>(slot->live.vector_count());
    if (slot->rebuilding) count += static_cast<long>(slot->rebuilding->vector_count());
  }
  return count;
}

IndexStatus EmbeddedVectorIndex::status(OrgId org, const PackKey& pack) {
  IndexStatus status;
  status.engine = "embedded";
  status.state = "ready";
  const auto slot = find(org, pack);
  if (!slot) return status;
  const auto lock = slot->to_read();
  if (slot->rebuilding) status.state = "rebuilding";
  status.vectors = static_cast<long>(slot->live.vector_count());
  status.products = static_cast<long>(slot->live.product_count());
  status.memory_bytes = slot->live.memory_bytes();
  status.changed_at = slot->changed_at;
  return status;
}

}  // namespace likeness
