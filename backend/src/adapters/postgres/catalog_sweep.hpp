#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/catalog_sweep.hpp"

namespace likeness {

class PostgresCatalogSweep final : public CatalogSweep {
 public:
  explicit PostgresCatalogSweep(PostgresConnectionPool& pool) : pool_(pool) {}
  SweepPlan plan(OrgId org, ImportId import) override;
  SweptPage sweep_page(OrgId org, ImportId import, const std::string& after, int limit) override;
  SweptPage sweep_products(OrgId org, ImportId import, std::span<const ProductId> ids) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
