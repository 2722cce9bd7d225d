#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/query_image_store.hpp"

namespace likeness {

/// Requests run as likeness_app; the sweep over all orgs needs likeness_worker.
class PostgresQueryImageStore final : public QueryImageStore {
 public:
  PostgresQueryImageStore(PostgresConnectionPool& app_pool, PostgresConnectionPool& worker_pool)
      : pool_(app_pool), worker_pool_(worker_pool) {}

  void create(OrgId org, const QueryImage& image) override;
  QueryImage get(OrgId org, QueryImageId id, const std::string& principal) override;
  void set_regions(OrgId org, QueryImageId id, const std::vector<Region>& regions) override;
  std::string remove(OrgId org, QueryImageId id, const std::string& principal) override;
  std::vector<Expired> remove_expired(int limit) override;

 private:
  PostgresConnectionPool& pool_;
  PostgresConnectionPool& worker_pool_;
};

}  // namespace likeness
