#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/import_store.hpp"

namespace likeness {

/// Serves both roles: requests with the app's pool, feed jobs with the worker's.
class PostgresImportStore final : public ImportStore {
 public:
  explicit PostgresImportStore(PostgresConnectionPool& pool) : pool_(pool) {}

  ImportId create(OrgId org, const ImportRequest& request) override;
  Import import(OrgId org, ImportId id) override;
  std::vector<Import> imports(OrgId org, int limit) override;

  void record_rows(OrgId org, ImportId id, long rows_read, long rows_broken, long products_created,
                   long products_changed) override;
  void add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) override;
  void finish_reading(OrgId org, ImportId id, const std::string& failure) override;
  FaultPage faults(OrgId org, ImportId id, std::optional<long> after, int limit) override;

  std::vector<WantedFile> wanted_files(OrgId org, ImportId id, const std::string& after, int limit) override;
  void accept_file(OrgId org, ImportId id, const std::string& path, const std::string& content_sha256) override;
  void refuse_file(OrgId org, ImportId id, const std::string& path, const std::string& reason) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
