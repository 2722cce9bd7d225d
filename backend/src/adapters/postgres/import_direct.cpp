#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {

DirectImport PostgresImportStore::begin_direct(OrgId org, const ImportRequest& request) {
  const auto id = ImportId::generate();
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO sources (org_id, id, name) VALUES ($1, $2, $3) ON CONFLICT (org_id, name) DO NOTHING", sql(org),
        sql(SourceId::generate()), request.source_name);
    const auto row = transaction.exec_params1(
        "INSERT INTO imports (org_id, id, source_id, filename, format, object_key, full_feed, bytes_total)"
        " SELECT $1, $2, id, $4, $5, '', false, $6 FROM sources WHERE org_id = $1 AND name = $3 RETURNING source_id",
        sql(org), sql(id), request.source_name, request.filename, request.format, request.bytes);
    return DirectImport{id, read_id<SourceId>(row[0])};
  });
}

void PostgresImportStore::finish_direct(OrgId org, ImportId id, const ReadingProgress& progress,
                                        long products_unchanged) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "UPDATE imports SET state = 'working', rows_read = $3, rows_broken = $4, products_created = $5,"
        " products_changed = $6, products_unchanged = $7, bytes_read = $8, rows_applied = true, reading_since = now(),"
        " reading_until = now() WHERE org_id = $1 AND id = $2",
        sql(org), sql(id), progress.rows_read, progress.rows_broken, progress.products_created,
        progress.products_changed, products_unchanged, progress.bytes_read);
    finish_import_if_idle(transaction, org, id);
  });
}

}  // namespace likeness
