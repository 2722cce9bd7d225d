#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/catalog_upsert.hpp"
#include "adapters/postgres/import_control.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

/// The batch's products as they are, as one JSON object by external id.
constexpr char kSnapshot[] = R"(
  SELECT coalesce(jsonb_object_agg(p.external_id, jsonb_build_object(
           'product', to_jsonb(p),
           'variants', (SELECT coalesce(jsonb_object_agg(v.external_id, to_jsonb(v)), '{}') FROM variants AS v
                         WHERE v.org_id = $1 AND v.product_id = p.id),
           'images', (SELECT coalesce(jsonb_agg(i.location), '[]') FROM images AS i
                       WHERE i.org_id = $1 AND i.product_id = p.id))), '{}')::text
    FROM products AS p WHERE p.org_id = $1 AND p.source_id = $2 AND p.external_id = ANY($3::text[]))";

/// Compares the products of the batch ($3) as they are now with the snapshot ($4). What is derived or kept by the
/// program for itself says nothing to the reader of a feed.
constexpr char kCompare[] = R"(
  SELECT p.external_id, b.value IS NULL AS created,
         CASE WHEN b.value IS NULL THEN '{}' ELSE ARRAY(
           SELECT f.key FROM jsonb_each(to_jsonb(p)) AS f
            WHERE f.value IS DISTINCT FROM b.value->'product'->f.key
              AND f.key NOT IN ('created_at', 'updated_at', 'created_by', 'changed_by', 'category', 'search',
                                'search_words', 'title_and_brand')
           UNION
           SELECT CASE WHEN b.value->'variants' ? v.external_id THEN f.key ELSE 'variants' END
             FROM variants AS v CROSS JOIN LATERAL jsonb_each(to_jsonb(v)) AS f
            WHERE v.org_id = $1 AND v.product_id = p.id
              AND f.value IS DISTINCT FROM b.value->'variants'->v.external_id->f.key
              AND f.key NOT IN ('id', 'import_id', 'updated_at')
           UNION
           SELECT 'images' FROM images AS i
            WHERE i.org_id = $1 AND i.product_id = p.id AND NOT b.value->'images' ? i.location
           ORDER BY 1) END AS fields
    FROM products AS p LEFT JOIN jsonb_each($4::jsonb) AS b ON b.key = p.external_id
   WHERE p.org_id = $1 AND p.source_id = $2 AND p.external_id = ANY($3::text[]))";

/// A product that an earlier batch told of stays new, or gets the other batch's differences as well.
constexpr char kKeep[] = R"(
  INSERT INTO import_previews AS e (org_id, import_id, external_id, outcome, fields, variants)
  SELECT $1, $2, t.external_id, t.outcome, t.fields::text[], t.variants::text[]
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS t (external_id, outcome, fields, variants)
  ON CONFLICT (org_id, import_id, external_id) DO UPDATE
    SET outcome = CASE WHEN e.outcome = 'unchanged' THEN excluded.outcome ELSE e.outcome END,
        fields = ARRAY(SELECT DISTINCT f FROM unnest(e.fields || excluded.fields) AS f ORDER BY f),
        variants = ARRAY(SELECT DISTINCT v FROM unnest(e.variants || excluded.variants) AS v ORDER BY v))";

std::string external_ids_of(const CatalogBatch& batch) {
  SqlArray ids;
  for (const auto& [external_id, product] : batch) ids.add(std::string_view(external_id));
  return ids.text();
}

std::string variants_of(const BatchProduct& product) {
  SqlArray ids;
  for (const auto& variant : product.variants) ids.add(std::string_view(variant.external_id));
  return ids.text();
}

std::set<std::string> seen_before(SqlTransaction& transaction, OrgId org, ImportId import, const std::string& ids) {
  std::set<std::string> seen;
  for (const auto& row : transaction.exec_params(
           "SELECT external_id FROM import_previews WHERE org_id = $1 AND import_id = $2 AND external_id = "
           "ANY($3::text[])",
           sql(org), sql(import), ids))
    seen.insert(row[0].c_str());
  return seen;
}

}  // namespace

void PostgresCatalogStore::preview_rows(OrgId org, SourceId source, ImportId import, std::span<const CatalogRow> rows) {
  if (rows.empty()) return;
  const auto batch = merge_rows(rows);
  const auto ids = external_ids_of(batch);
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_reading(transaction, org, import);
    const std::string before = transaction.exec_params1(kSnapshot, sql(org), sql(source), ids)[0].c_str();
    const auto seen = seen_before(transaction, org, import, ids);
    // The real thing, undone: so a preview cannot differ from what it previews.
    transaction.exec("SAVEPOINT preview");
    write_batch(transaction, org, source, import, batch, options_, static_cast<long>(rows.size()), seen);
    const auto compared = transaction.exec_params(kCompare, sql(org), sql(source), ids, before);
    transaction.exec("ROLLBACK TO SAVEPOINT preview");

    SqlArray external_ids, outcomes, fields, variants;
    for (const auto& row : compared) {
      const std::string external_id = row[0].c_str();
      const auto differing = read_array(row[2]);
      external_ids.add(std::string_view(external_id));
      outcomes.add(std::string_view(row[1].as<bool>() ? "created" : differing.empty() ? "unchanged" : "changed"));
      fields.add(std::string_view(sql_array(differing)));
      variants.add(std::string_view(variants_of(batch.at(external_id))));
    }
    transaction.exec_params(kKeep, sql(org), sql(import), external_ids.text(), outcomes.text(), fields.text(),
                            variants.text());
  });
}

}  // namespace likeness
