#include "adapters/postgres/import_store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/postgres/import_control.hpp"
#include "adapters/postgres/import_preview.hpp"
#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_json.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

[[noreturn]] void throw_not_found(ImportId id) {
  throw Error(ErrorKind::not_found, "there is no import " + id.to_string(), "import_id");
}

void require_import(SqlTransaction& transaction, OrgId org, ImportId id) {
  if (transaction.exec_params("SELECT FROM imports WHERE org_id = $1 AND id = $2", sql(org), sql(id)).empty())
    throw_not_found(id);
}

/// Counts of an import that is over are those that were kept then; of others, those of its jobs.
constexpr char kSelectImports[] = R"(
  SELECT i.id, i.source_id, s.name, i.filename, i.format, i.object_key, s.mapping, o.currency, i.state, i.failure,
         epoch_ms(i.created_at) AS created_ms, epoch_ms(i.finished_at) AS finished_ms,
         i.dry_run, i.full_feed, i.mass_delete_allowed, i.rows_applied, i.bytes_total, i.bytes_read,
         i.rows_read, i.rows_broken, i.rows_unnamed,
         i.products_created, i.products_changed, i.products_unchanged, i.products_removed,
         coalesce(extract(epoch FROM coalesce(i.reading_until, now()) - i.reading_since), 0) AS reading_s,
         extract(epoch FROM coalesce(i.finished_at, now()) - i.created_at) AS working_s,
         coalesce(c.images_total, i.images_total) AS images_total,
         coalesce(c.images_waiting, 0) AS images_waiting,
         coalesce(c.images_fetching, 0) AS images_fetching,
         coalesce(c.images_understanding, 0) AS images_understanding,
         coalesce(c.images_done, i.images_done) AS images_done,
         coalesce(c.images_dead, i.images_dead) AS images_dead,
         coalesce(c.dead_in_download, i.images_dead) AS dead_in_download,
         coalesce(c.dead_in_preprocess, 0) AS dead_in_preprocess,
         coalesce(c.dead_in_detect, 0) AS dead_in_detect,
         coalesce(c.dead_in_embed, 0) AS dead_in_embed,
         coalesce(c.dead_in_index, 0) AS dead_in_index,
         i.images_off_color,
         coalesce(c.texts_total, i.texts_total) AS texts_total,
         coalesce(c.texts_done, i.texts_done) AS texts_done,
         coalesce(c.texts_dead, i.texts_total - i.texts_done) AS texts_dead,
         coalesce(c.done_lately, 0) AS done_lately, coalesce(h.last_error, '') AS held_up
    FROM imports AS i JOIN sources AS s ON s.org_id = i.org_id AND s.id = i.source_id
    JOIN orgs AS o ON o.id = i.org_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE kind = 'image') AS images_total,
             count(*) FILTER (WHERE kind = 'image' AND state = 'waiting') AS images_waiting,
             count(*) FILTER (WHERE kind = 'image' AND state IN ('queued', 'running', 'paused') AND unit = 'fetch')
               AS images_fetching,
             count(*) FILTER (WHERE kind = 'image' AND state IN ('queued', 'running', 'paused')
                                AND unit = 'understand') AS images_understanding,
             count(*) FILTER (WHERE kind = 'image' AND state = 'done') AS images_done,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead') AS images_dead,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead'
                                AND stage NOT IN ('preprocess', 'detect', 'embed', 'index')) AS dead_in_download,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead' AND stage = 'preprocess') AS dead_in_preprocess,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead' AND stage = 'detect') AS dead_in_detect,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead' AND stage = 'embed') AS dead_in_embed,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead' AND stage = 'index') AS dead_in_index,
             count(*) FILTER (WHERE kind = 'text') AS texts_total,
             count(*) FILTER (WHERE kind = 'text' AND state = 'done') AS texts_done,
             count(*) FILTER (WHERE kind = 'text' AND state = 'dead') AS texts_dead,
             count(*) FILTER (WHERE kind <> 'feed' AND state = 'done' AND updated_at > now() - $2 * interval '1 second')
               AS done_lately
        FROM jobs AS j WHERE j.org_id = i.org_id AND j.import_id = i.id) AS c
      ON i.state NOT IN ('done', 'cancelled') OR i.finished_at IS NULL
    LEFT JOIN LATERAL (
      SELECT last_error FROM jobs AS j
       WHERE j.org_id = i.org_id AND j.import_id = i.id AND j.state = 'queued' AND j.last_error <> ''
       ORDER BY j.updated_at DESC LIMIT 1) AS h ON i.state NOT IN ('done', 'cancelled')
   WHERE i.org_id = $1)";

/// Over which the speed of an import is taken.
constexpr long kWindowSeconds = 10;

/// From so many rows on an import renews the planner's statistics, when it has read so many, each time that it has read
/// some times as many, and before it counts and sweeps. Without them the planner takes an org that is new for a row or
/// two, and each batch looks through all that were written before.
constexpr long kRowsAnalyzed = 2000;
constexpr long kRowsAnalyzedGrowth = 8;

bool passes_analysis(long rows_before, long rows) {
  long due = kRowsAnalyzed;
  while (due <= rows_before) due *= kRowsAnalyzedGrowth;
  return rows >= due;
}

std::vector<StageProgress> read_stages(const pqxx::row& row) {
  ImportCounts counts;
  counts.rows_read = row["rows_read"].as<long>();
  counts.rows_broken = row["rows_broken"].as<long>();
  counts.bytes_read = row["bytes_read"].as<long>();
  counts.bytes_total = row["bytes_total"].as<long>();
  counts.reading_seconds = row["reading_s"].as<double>();
  counts.rows_applied = row["rows_applied"].as<bool>();
  counts.images_total = row["images_total"].as<long>();
  counts.images_done = row["images_done"].as<long>();
  counts.texts_total = row["texts_total"].as<long>();
  counts.texts_done = row["texts_done"].as<long>();
  counts.texts_dead = row["texts_dead"].as<long>();
  counts.dead = {{Stage::download, row["dead_in_download"].as<long>()},
                 {Stage::preprocess, row["dead_in_preprocess"].as<long>()},
                 {Stage::detect, row["dead_in_detect"].as<long>()},
                 {Stage::embed, row["dead_in_embed"].as<long>()},
                 {Stage::index, row["dead_in_index"].as<long>()}};
  counts.images_fetched = counts.images_total - row["images_waiting"].as<long>() - row["images_fetching"].as<long>() -
                          counts.dead.at(Stage::download);
  counts.working_seconds = row["working_s"].as<double>();
  counts.window_seconds = std::min(static_cast<double>(kWindowSeconds), counts.working_seconds);
  counts.done_in_window = row["done_lately"].as<long>();
  return stage_progress(counts);
}

Import read_import(const pqxx::row& row) {
  Import import;
  import.id = read_id<ImportId>(row["id"]);
  import.source_id = read_id<SourceId>(row["source_id"]);
  import.request.source_name = row["name"].c_str();
  import.request.filename = row["filename"].c_str();
  import.request.format = row["format"].c_str();
  import.request.object_key = row["object_key"].c_str();
  import.request.mapping = read_json_texts(row["mapping"]);
  import.request.dry_run = row["dry_run"].as<bool>();
  import.request.full = row["full_feed"].as<bool>();
  import.request.mass_delete_allowed = row["mass_delete_allowed"].as<bool>();
  import.request.bytes = row["bytes_total"].as<long>();
  import.currency = row["currency"].c_str();
  import.state = row["state"].c_str();
  import.failure = row["failure"].c_str();
  import.held_up = row["held_up"].c_str();
  import.created_at = read_time(row["created_ms"]);
  import.finished_at = read_optional_time(row["finished_ms"]);
  import.rows_read = row["rows_read"].as<long>();
  import.rows_broken = row["rows_broken"].as<long>();
  import.rows_unnamed = row["rows_unnamed"].as<long>();
  import.rows_applied = row["rows_applied"].as<bool>();
  import.products_created = row["products_created"].as<long>();
  import.products_changed = row["products_changed"].as<long>();
  import.products_unchanged = row["products_unchanged"].as<long>();
  import.products_removed = row["products_removed"].as<long>();
  import.images_total = row["images_total"].as<long>();
  import.images_waiting = row["images_waiting"].as<long>();
  import.images_fetching = row["images_fetching"].as<long>();
  import.images_understanding = row["images_understanding"].as<long>();
  import.images_done = row["images_done"].as<long>();
  import.images_dead = row["images_dead"].as<long>();
  import.images_off_color = row["images_off_color"].as<long>();
  import.texts_total = row["texts_total"].as<long>();
  import.texts_done = row["texts_done"].as<long>();
  import.stages = read_stages(row);
  return import;
}

/// Locks the images that wait under the path, images before jobs as everywhere.
std::string lock_waiting_images(SqlTransaction& transaction, OrgId org, ImportId import, const std::string& path) {
  const auto rows = transaction.exec_params(
      "SELECT i.id FROM images AS i JOIN jobs AS j ON j.org_id = i.org_id AND j.image_id = i.id"
      " WHERE i.org_id = $1 AND i.location = $3 AND j.import_id = $2 AND j.state = 'waiting'"
      " ORDER BY i.id FOR NO KEY UPDATE OF i",
      sql(org), sql(import), path);
  if (rows.empty())
    throw Error(ErrorKind::not_found, "no photo of import " + import.to_string() + " waits for \"" + path + "\"",
                "path");
  SqlArray ids;
  for (const auto& row : rows) ids.add(read_id<ImageId>(row[0]));
  return ids.text();
}

}  // namespace

ImportId PostgresImportStore::create(OrgId org, const ImportRequest& request) {
  const auto id = ImportId::generate();
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO sources (org_id, id, name) VALUES ($1, $2, $3) ON CONFLICT (org_id, name) DO NOTHING", sql(org),
        sql(SourceId::generate()), request.source_name);
    if (!request.mapping.empty())
      transaction.exec_params("UPDATE sources SET mapping = $3::jsonb WHERE org_id = $1 AND name = $2", sql(org),
                              request.source_name, sql_json(request.mapping));
    transaction.exec_params(
        "INSERT INTO imports (org_id, id, source_id, filename, format, object_key, dry_run, full_feed,"
        " mass_delete_allowed, bytes_total)"
        " SELECT $1, $2, id, $4, $5, $6, $7, $8, $9, $10 FROM sources WHERE org_id = $1 AND name = $3",
        sql(org), sql(id), request.source_name, request.filename, request.format, request.object_key, request.dry_run,
        request.full, request.mass_delete_allowed, request.bytes);
    transaction.exec_params(
        "INSERT INTO jobs (org_id, id, kind, unit, state, import_id) VALUES ($1, $2, 'feed', 'fetch', 'queued', $3)",
        sql(org), sql(JobId::generate()), sql(id));
    add_wake_up(transaction, org, Unit::fetch, id.to_string());
    return id;
  });
}

Import PostgresImportStore::import(OrgId org, ImportId id) {
  if (progress_ == Progress::exact) return read(org, id);
  if (auto recent = costly_progress_.recent(org, id)) return *std::move(recent);
  const Stopwatch watch;
  auto import = read(org, id);
  costly_progress_.keep(org, import, watch.seconds());
  return import;
}

Import PostgresImportStore::read(OrgId org, ImportId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows =
        transaction.exec_params(fmt::format("{} AND i.id = $3", kSelectImports), sql(org), kWindowSeconds, sql(id));
    if (rows.empty()) throw_not_found(id);
    auto import = read_import(rows[0]);
    if (import.request.dry_run) import.preview = read_preview(transaction, org, id);
    return import;
  });
}

ImportPage PostgresImportStore::imports(OrgId org, std::optional<ImportId> before, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    ImportPage page;
    const auto rows = transaction.exec_params(
        fmt::format("{} AND ($3::uuid IS NULL OR i.id < $3::uuid) ORDER BY i.id DESC LIMIT $4", kSelectImports),
        sql(org), kWindowSeconds, sql(before), limit + 1);
    for (const auto& row : rows) page.imports.push_back(read_import(row));
    if (page.imports.size() > static_cast<std::size_t>(limit)) {
      page.imports.pop_back();
      page.next_after = page.imports.back().id;
    }
    return page;
  });
}

void PostgresImportStore::record_rows(OrgId org, ImportId id, const ReadingProgress& progress) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto updated = transaction.exec_params(
        "UPDATE imports AS i SET rows_read = $3, rows_broken = $4, rows_unnamed = $5, bytes_read = $8,"
        " products_created = greatest(i.products_created, $6), products_changed = greatest(i.products_changed, $7),"
        " reading_since = coalesce(i.reading_since, now())"
        " FROM imports AS before WHERE before.org_id = $1 AND before.id = $2 AND i.org_id = $1 AND i.id = $2"
        " RETURNING before.rows_read",
        sql(org), sql(id), progress.rows_read, progress.rows_broken, progress.rows_unnamed, progress.products_created,
        progress.products_changed, progress.bytes_read);
    if (updated.empty()) throw_not_found(id);
    if (passes_analysis(updated[0][0].as<long>(), progress.rows_read)) transaction.exec("SELECT analyze_catalog()");
  });
}

void PostgresImportStore::finish_rows(OrgId org, ImportId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto held = require_reading(transaction, org, id);
    const auto many = transaction.exec_params1("SELECT rows_read >= $3 FROM imports WHERE org_id = $1 AND id = $2",
                                               sql(org), sql(id), kRowsAnalyzed);
    if (many[0].as<bool>()) transaction.exec("SELECT analyze_catalog()");
    transaction.exec_params(
        R"(UPDATE imports AS i
              SET rows_applied = true, reading_until = now(),
                  (products_created, products_changed, products_unchanged) = (
                    SELECT count(*) FILTER (WHERE p.created_by = $2),
                           count(*) FILTER (WHERE p.changed_by = $2 AND p.created_by IS DISTINCT FROM $2),
                           count(*) FILTER (WHERE p.changed_by IS DISTINCT FROM $2
                                              AND p.created_by IS DISTINCT FROM $2)
                      FROM products AS p WHERE p.org_id = $1 AND p.source_id = $3
                       AND EXISTS (SELECT FROM variants AS v
                                    WHERE v.org_id = $1 AND v.product_id = p.id AND v.import_id = $2))
            WHERE i.org_id = $1 AND i.id = $2)",
        sql(org), sql(id), sql(held.source));
    if (held.full)
      transaction.exec_params(
          "UPDATE imports SET state = 'cancelled', failure = $4 WHERE org_id = $1 AND source_id = $3 AND id < $2"
          " AND (state IN ('reading', 'stopped') OR (state = 'paused' AND NOT rows_applied)) AND NOT dry_run",
          sql(org), sql(id), sql(held.source),
          "a newer import of the same catalogue, " + id.to_string() + ", was read before this one was through");
  });
}

void PostgresImportStore::finish_reading(OrgId org, ImportId id, const std::string& failure) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto updated = transaction.exec_params(
        "UPDATE imports SET failure = $3, state = CASE WHEN $3 = '' THEN 'working' ELSE 'failed' END,"
        " finished_at = CASE WHEN $3 = '' THEN NULL ELSE now() END, reading_until = coalesce(reading_until, now())"
        " WHERE org_id = $1 AND id = $2 AND state = 'reading'",
        sql(org), sql(id), failure);
    if (updated.affected_rows() == 0) {
      require_import(transaction, org, id);
      throw Error(ErrorKind::cancelled, "import " + id.to_string() + " is not reading any more");
    }
    transaction.exec_params("DELETE FROM import_kept_ids WHERE org_id = $1 AND import_id = $2", sql(org), sql(id));
    finish_import_if_idle(transaction, org, id);
  });
}

WantedPage PostgresImportStore::wanted_files(OrgId org, ImportId id, const std::string& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_import(transaction, org, id);
    WantedPage page;
    const auto rows = transaction.exec_params(
        // OFFSET 0: the planner knows nothing of a new org yet, and would look through all its photos for each job.
        "SELECT i.location, max(i.content_sha256) FROM jobs AS j CROSS JOIN LATERAL"
        " (SELECT location, content_sha256 FROM images WHERE org_id = $1 AND id = j.image_id OFFSET 0) AS i"
        " WHERE j.org_id = $1 AND j.import_id = $2 AND j.state = 'waiting' AND i.location > $3"
        " GROUP BY i.location ORDER BY i.location LIMIT $4",
        sql(org), sql(id), after, limit + 1);
    for (const auto& row : rows) page.files.push_back({row[0].c_str(), row[1].c_str()});
    if (page.files.size() > static_cast<std::size_t>(limit)) {
      page.files.pop_back();
      page.next_after = page.files.back().path;
    }
    return page;
  });
}

void PostgresImportStore::accept_file(OrgId org, ImportId id, const std::string& path,
                                      const std::string& content_sha256) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto images = lock_waiting_images(transaction, org, id, path);
    transaction.exec_params("UPDATE images SET content_sha256 = $3 WHERE org_id = $1 AND id = ANY($2::uuid[])",
                            sql(org), images, content_sha256);
    const auto states = transaction.exec_params(
        R"(UPDATE jobs AS j
              SET unit = 'understand',
                  state = CASE WHEN i.understood_sha256 = $4 THEN 'done'
                               WHEN EXISTS (SELECT FROM imports WHERE org_id = $1 AND id = $2 AND state = 'paused')
                               THEN 'paused' ELSE 'queued' END,
                  tries = CASE WHEN coalesce(j.lease_until, '-infinity') < now() THEN 0 ELSE j.tries END,
                  run_after = now(), updated_at = now()
             FROM images AS i
            WHERE j.org_id = $1 AND j.import_id = $2 AND j.image_id = ANY($3::uuid[]) AND j.state = 'waiting'
              AND i.org_id = $1 AND i.id = j.image_id RETURNING j.state)",
        sql(org), sql(id), images, content_sha256);
    bool any_queued = false;
    for (const auto& row : states) any_queued = any_queued || row[0].as<std::string>() == "queued";
    if (any_queued)
      add_wake_up(transaction, org, Unit::understand, id.to_string());
    else
      finish_import_if_idle(transaction, org, id);
  });
}

void PostgresImportStore::refuse_file(OrgId org, ImportId id, const std::string& path, const std::string& reason) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto images = lock_waiting_images(transaction, org, id, path);
    transaction.exec_params(
        "UPDATE jobs SET state = 'dead', stage = 'download', error_kind = 'not_found', last_error = $4, updated_at = "
        "now()"
        " WHERE org_id = $1 AND import_id = $2 AND image_id = ANY($3::uuid[]) AND state = 'waiting'",
        sql(org), sql(id), images, reason);
    finish_import_if_idle(transaction, org, id);
  });
}

}  // namespace likeness
