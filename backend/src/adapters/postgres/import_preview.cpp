#include "adapters/postgres/import_preview.hpp"
#include "adapters/postgres/import_control.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

/// Products of the source that neither the feed nor one of its broken rows names; see catalog_sweep.cpp.
constexpr char kAddRemoved[] = R"(
  INSERT INTO import_previews (org_id, import_id, external_id, outcome, fields, variants)
  SELECT $1, $2, p.external_id, 'removed', '{}', '{}' FROM products AS p
   WHERE p.org_id = $1 AND p.source_id = $3
     AND NOT EXISTS (SELECT FROM import_kept_ids AS k
                      WHERE k.org_id = $1 AND k.import_id = $2 AND k.external_id = p.external_id)
     AND NOT EXISTS (SELECT FROM variants AS v JOIN import_kept_ids AS k ON k.org_id = v.org_id
                        AND k.external_id IN (v.external_id, substring(v.external_id FROM '^(.*)/[^/]*$'))
                      WHERE v.org_id = $1 AND v.product_id = p.id AND k.import_id = $2)
  ON CONFLICT DO NOTHING)";

constexpr char kMarkLostVariants[] = R"(
  UPDATE import_previews AS e SET outcome = 'changed', fields = ARRAY['variants'] || e.fields
    FROM products AS p
   WHERE e.org_id = $1 AND e.import_id = $2 AND e.outcome IN ('unchanged', 'changed') AND NOT 'variants' = ANY(e.fields)
     AND p.org_id = $1 AND p.source_id = $3 AND p.external_id = e.external_id
     AND EXISTS (SELECT FROM variants AS v WHERE v.org_id = $1 AND v.product_id = p.id
                    AND NOT v.external_id = ANY(e.variants)
                    AND NOT EXISTS (SELECT FROM import_kept_ids AS k WHERE k.org_id = $1 AND k.import_id = $2
                          AND k.external_id IN (v.external_id, substring(v.external_id FROM '^(.*)/[^/]*$')))))";

constexpr char kFinish[] = R"(
  UPDATE imports SET state = 'done', rows_applied = true, finished_at = now(), reading_until = now(),
         (products_created, products_changed, products_unchanged, products_removed) = (
           SELECT count(*) FILTER (WHERE outcome = 'created'), count(*) FILTER (WHERE outcome = 'changed'),
                  count(*) FILTER (WHERE outcome = 'unchanged'), count(*) FILTER (WHERE outcome = 'removed')
             FROM import_previews WHERE org_id = $1 AND import_id = $2)
   WHERE org_id = $1 AND id = $2)";

}  // namespace

void PostgresImportStore::finish_preview(OrgId org, ImportId id, int examples) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto held = require_reading(transaction, org, id);
    // What a dry run has just written has no statistics: taken for a row or two, it would be joined pair by pair.
    transaction.exec("SET LOCAL enable_nestloop = off");
    const bool sweeps =
        held.full &&
        transaction
            .exec_params1("SELECT rows_unnamed = 0 FROM imports WHERE org_id = $1 AND id = $2", sql(org), sql(id))[0]
            .as<bool>();
    if (sweeps) {
      transaction.exec_params(kAddRemoved, sql(org), sql(id), sql(held.source));
      transaction.exec_params(kMarkLostVariants, sql(org), sql(id), sql(held.source));
    }
    transaction.exec_params(kFinish, sql(org), sql(id));
    transaction.exec_params(
        R"(DELETE FROM import_previews AS e WHERE e.org_id = $1 AND e.import_id = $2 AND e.external_id NOT IN (
             SELECT external_id FROM (
               SELECT external_id, row_number() OVER (PARTITION BY outcome ORDER BY external_id) AS place
                 FROM import_previews WHERE org_id = $1 AND import_id = $2 AND outcome <> 'unchanged') AS placed
              WHERE place <= $3))",
        sql(org), sql(id), examples);
    transaction.exec_params("DELETE FROM import_kept_ids WHERE org_id = $1 AND import_id = $2", sql(org), sql(id));
  });
}

ImportPreview read_preview(SqlTransaction& transaction, OrgId org, ImportId id) {
  ImportPreview preview;
  const auto rows = transaction.exec_params(
      "SELECT external_id, outcome, fields FROM import_previews WHERE org_id = $1 AND import_id = $2"
      " ORDER BY external_id",
      sql(org), sql(id));
  for (const auto& row : rows) {
    const std::string outcome = row[1].c_str();
    if (outcome == "created") preview.created.push_back(row[0].c_str());
    if (outcome == "changed") preview.changed.push_back({row[0].c_str(), read_array(row[2])});
    if (outcome == "removed") preview.removed.push_back(row[0].c_str());
  }
  return preview;
}

}  // namespace likeness
