#pragma once

#include "adapters/postgres/costly_progress.hpp"
#include "adapters/postgres/transaction.hpp"
#include "ports/import_store.hpp"

namespace likeness {

/// Serves both roles: requests with the app's pool, feed jobs with the worker's.
class PostgresImportStore final : public ImportStore {
 public:
  /// Whether import() may tell the progress of a big import as it was a moment ago; see CostlyProgress.
  enum class Progress { exact, recent };

  explicit PostgresImportStore(PostgresConnectionPool& pool, Progress progress = Progress::exact)
      : pool_(pool), progress_(progress) {}

  ImportId create(OrgId org, const ImportRequest& request) override;
  DirectImport begin_direct(OrgId org, const ImportRequest& request) override;
  void finish_direct(OrgId org, ImportId id, const ReadingProgress& progress, long products_unchanged) override;
  Import import(OrgId org, ImportId id) override;
  ImportPage imports(OrgId org, std::optional<ImportId> before, int limit) override;

  void record_rows(OrgId org, ImportId id, const ReadingProgress& progress) override;
  void keep_ids(OrgId org, ImportId id, std::span<const std::string> external_ids) override;
  void finish_rows(OrgId org, ImportId id) override;
  void finish_preview(OrgId org, ImportId id, int examples) override;
  void stop(OrgId org, ImportId id, const std::string& question) override;
  void put_feed_aside(const Job& job) override;
  void pause(OrgId org, ImportId id) override;
  void resume(OrgId org, ImportId id, std::optional<bool> mass_delete_allowed) override;
  void cancel(OrgId org, ImportId id) override;
  void settle(int limit) override;
  void add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) override;
  void finish_reading(OrgId org, ImportId id, const std::string& failure) override;
  FaultPage faults(OrgId org, ImportId id, const std::string& after, int limit) override;

  WantedPage wanted_files(OrgId org, ImportId id, const std::string& after, int limit) override;
  void accept_file(OrgId org, ImportId id, const std::string& path, const std::string& content_sha256) override;
  void refuse_file(OrgId org, ImportId id, const std::string& path, const std::string& reason) override;

 private:
  Import read(OrgId org, ImportId id);

  PostgresConnectionPool& pool_;
  const Progress progress_;
  CostlyProgress costly_progress_;
};

}  // namespace likeness
