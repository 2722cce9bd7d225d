#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/org_records.hpp"

namespace likeness {

/// Lines made by Postgres itself. What goes out is listed, so that a new column or table is not let out by mistake.
/// Runs as likeness_app.
class PostgresOrgExportSource final : public OrgExportSource {
 public:
  explicit PostgresOrgExportSource(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  std::vector<std::string> parts() const override;
  ExportPage page(OrgId org, const std::string& part, const std::string& after, int limit) override;
  std::vector<std::string> photos_after(OrgId org, const std::string& after, int limit) override;
  long count(OrgId org) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
