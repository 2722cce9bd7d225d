#include "adapters/postgres/org_export_source.hpp"

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// A part of an archive. Its statement answers, after $2 and at most $3 rows of org $1 in order: where the row stands,
/// its line, and how many things of the two kinds below are in it.
struct Part {
  const char* name;
  const char* statement;
  const char* inner_names[2];  ///< null: none
};

constexpr Part kParts[] = {
    {"products",
     R"(
      SELECT p.id::text, jsonb_build_object(
               'id', 'prd_' || p.id, 'feed_id', 'src_' || p.source_id, 'external_id', p.external_id, 'title', p.title,
               'description', p.description, 'brand', p.brand, 'category_path', p.category_path,
               'product_type', p.product_type, 'link', p.link, 'created_at', p.created_at, 'updated_at', p.updated_at,
               'variants', v.list, 'images', i.list)::text,
             jsonb_array_length(v.list), jsonb_array_length(i.list)
        FROM products AS p,
             LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', 'var_' || v.id, 'external_id', v.external_id, 'price_minor', v.price_minor,
                        'price_currency', v.price_currency, 'sale_price_minor', v.sale_price_minor,
                        'sale_price_currency', v.sale_price_currency, 'sale_from', v.sale_from,
                        'sale_until', v.sale_until, 'availability', v.availability, 'colors', v.colors, 'size', v.size,
                        'gtin', v.gtin, 'mpn', v.mpn, 'link', v.link, 'attributes', v.attributes,
                        'updated_at', v.updated_at) ORDER BY v.id), '[]') AS list
                        FROM variants AS v WHERE v.org_id = p.org_id AND v.product_id = p.id) AS v,
             LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', 'img_' || i.id, 'location', i.location, 'role', i.role, 'position', i.position,
                        'content_sha256', i.content_sha256, 'width_px', i.width_px, 'height_px', i.height_px,
                        'color_names', i.color_names, 'color_shares', i.color_shares, 'regions',
                        (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                  'id', 'rgn_' || r.id, 'x', r.x, 'y', r.y, 'width', r.width, 'height', r.height,
                                  'label', r.label, 'confidence', r.confidence) ORDER BY r.id), '[]')
                           FROM regions AS r WHERE r.org_id = i.org_id AND r.image_id = i.id))
                        ORDER BY i.position, i.id), '[]') AS list
                        FROM images AS i WHERE i.org_id = p.org_id AND i.product_id = p.id) AS i
       WHERE p.org_id = $1 AND p.id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
       ORDER BY p.id LIMIT $3)",
     {"variants", "images"}},
    {"feeds",
     R"(
      SELECT s.id::text, jsonb_build_object(
               'id', 'src_' || s.id, 'name', s.name, 'url', s.url, 'format', s.format, 'mapping', s.mapping,
               'mode', CASE WHEN s.full_feed THEN 'full' ELSE 'delta' END, 'credentials_kind', s.credentials_kind,
               'paused', s.paused, 'cron', c.cron, 'time_zone', c.time_zone, 'created_at', s.created_at)::text, 0, 0
        FROM sources AS s
        LEFT JOIN schedules AS c ON c.org_id = s.org_id AND c.kind = 'pull_feed' AND c.subject_id = s.id
       WHERE s.org_id = $1 AND s.id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
       ORDER BY s.id LIMIT $3)",
     {nullptr, nullptr}},
    {"members",
     R"(
      SELECT m.user_id::text, jsonb_build_object('id', 'usr_' || m.user_id, 'email', u.email, 'name', u.name,
               'role', m.role, 'created_at', m.created_at)::text, 0, 0
        FROM memberships AS m JOIN users AS u ON u.id = m.user_id
       WHERE m.org_id = $1 AND m.user_id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
       ORDER BY m.user_id LIMIT $3)",
     {nullptr, nullptr}},
    {"imports",
     R"(
      SELECT i.id::text, jsonb_build_object(
               'id', 'imp_' || i.id, 'feed_id', 'src_' || i.source_id, 'filename', i.filename, 'format', i.format,
               'state', i.state, 'failure', i.failure, 'dry_run', i.dry_run,
               'mode', CASE WHEN i.full_feed THEN 'full' ELSE 'delta' END, 'created_at', i.created_at,
               'finished_at', i.finished_at, 'rows_read', i.rows_read, 'rows_broken', i.rows_broken,
               'products_created', i.products_created, 'products_changed', i.products_changed,
               'products_removed', i.products_removed, 'images_total', i.images_total, 'images_done', i.images_done,
               'images_dead', i.images_dead)::text, 0, 0
        FROM imports AS i
       WHERE i.org_id = $1 AND i.id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
       ORDER BY i.id LIMIT $3)",
     {nullptr, nullptr}},
    {"import_faults",
     R"(
      SELECT f.number::text, jsonb_build_object(
               'import_id', 'imp_' || f.import_id, 'line', f.line, 'field', f.field, 'value', f.value,
               'reason', f.reason, 'row_kept', f.row_kept)::text, 0, 0
        FROM import_faults AS f
       WHERE f.org_id = $1 AND f.number > coalesce(nullif($2, ''), '0')::bigint
       ORDER BY f.number LIMIT $3)",
     {nullptr, nullptr}},
    {"webhooks",
     R"(
      SELECT w.id::text, jsonb_build_object('id', 'whk_' || w.id, 'url', w.url, 'description', w.description,
               'event_types', w.event_types, 'paused', w.paused, 'created_at', w.created_at)::text, 0, 0
        FROM webhooks AS w
       WHERE w.org_id = $1 AND w.id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
       ORDER BY w.id LIMIT $3)",
     {nullptr, nullptr}},
};

const Part& find_part(const std::string& name) {
  for (const auto& part : kParts)
    if (name == part.name) return part;
  throw Error(ErrorKind::internal, "an archive has no part \"" + name + "\"");
}

}  // namespace

std::vector<std::string> PostgresOrgExportSource::parts() const {
  std::vector<std::string> names;
  for (const auto& part : kParts) names.emplace_back(part.name);
  return names;
}

ExportPage PostgresOrgExportSource::page(OrgId org, const std::string& part_name, const std::string& after, int limit) {
  const auto& part = find_part(part_name);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    ExportPage page;
    const auto rows = transaction.exec_params(part.statement, sql(org), after, limit);
    for (const auto& row : rows) {
      page.lines.emplace_back(row[1].c_str());
      for (int i = 0; i < 2; ++i)
        if (part.inner_names[i] != nullptr) page.counts[part.inner_names[i]] += row[2 + i].as<long>();
    }
    page.counts[part.name] = std::ssize(page.lines);
    if (std::ssize(page.lines) == limit) page.next_after = rows.back()[0].c_str();
    return page;
  });
}

std::vector<std::string> PostgresOrgExportSource::photos_after(OrgId org, const std::string& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<std::string> digests;
    for (const auto& row :
         transaction.exec_params("SELECT DISTINCT content_sha256 FROM images WHERE org_id = $1 AND content_sha256 <> ''"
                                 " AND content_sha256 > $2 ORDER BY content_sha256 LIMIT $3",
                                 sql(org), after, limit))
      digests.emplace_back(row[0].c_str());
    return digests;
  });
}

long PostgresOrgExportSource::count(OrgId org) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    return transaction
        .exec_params1(
            "SELECT (SELECT count(*) FROM products WHERE org_id = $1) + (SELECT count(*) FROM sources WHERE org_id = "
            "$1)"
            " + (SELECT count(*) FROM memberships WHERE org_id = $1) + (SELECT count(*) FROM imports WHERE org_id = $1)"
            " + (SELECT count(*) FROM import_faults WHERE org_id = $1) + (SELECT count(*) FROM webhooks WHERE org_id = "
            "$1)"
            " + (SELECT count(DISTINCT content_sha256)"
            " FROM images WHERE org_id = $1 AND content_sha256 <> '')",
            sql(org))[0]
        .as<long>();
  });
}

}  // namespace likeness
