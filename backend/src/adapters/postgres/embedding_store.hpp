#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/embedding_store.hpp"

namespace likeness {

class PostgresEmbeddingStore final : public EmbeddingStore {
 public:
  explicit PostgresEmbeddingStore(PostgresConnectionPool& pool) : pool_(pool) {}

  std::vector<StoredVector> vectors_after(OrgId org, const PackKey& pack, VectorId after, int limit) override;
  std::optional<HalfVector> product_vector(OrgId org, ProductId product, const PackKey& pack) override;
  long count(OrgId org, const PackKey& pack) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
