#include "adapters/postgres/import_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
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

/// Counts of an import that is done are those that were kept then; of others, those of its jobs.
constexpr char kSelectImports[] = R"(
  SELECT i.id, i.source_id, s.name, i.filename, i.format, i.object_key, i.state, i.failure,
         epoch_ms(i.created_at) AS created_ms, epoch_ms(i.finished_at) AS finished_ms,
         i.rows_read, i.rows_broken, i.products_created, i.products_changed,
         coalesce(c.images_total, i.images_total) AS images_total,
         coalesce(c.images_waiting, 0) AS images_waiting,
         coalesce(c.images_fetching, 0) AS images_fetching,
         coalesce(c.images_understanding, 0) AS images_understanding,
         coalesce(c.images_done, i.images_done) AS images_done,
         coalesce(c.images_dead, i.images_dead) AS images_dead,
         i.images_off_color,
         coalesce(c.texts_total, i.texts_total) AS texts_total,
         coalesce(c.texts_done, i.texts_done) AS texts_done
    FROM imports AS i JOIN sources AS s ON s.org_id = i.org_id AND s.id = i.source_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE kind = 'image') AS images_total,
             count(*) FILTER (WHERE kind = 'image' AND state = 'waiting') AS images_waiting,
             count(*) FILTER (WHERE kind = 'image' AND state IN ('queued', 'running') AND unit = 'fetch')
               AS images_fetching,
             count(*) FILTER (WHERE kind = 'image' AND state IN ('queued', 'running') AND unit = 'understand')
               AS images_understanding,
             count(*) FILTER (WHERE kind = 'image' AND state = 'done') AS images_done,
             count(*) FILTER (WHERE kind = 'image' AND state = 'dead') AS images_dead,
             count(*) FILTER (WHERE kind = 'text') AS texts_total,
             count(*) FILTER (WHERE kind = 'text' AND state = 'done') AS texts_done
        FROM jobs AS j WHERE j.org_id = i.org_id AND j.import_id = i.id) AS c ON i.state <> 'done'
   WHERE i.org_id = $1)";

Import read_import(const pqxx::row& row) {
  Import import;
  import.id = read_id<ImportId>(row["id"]);
  import.source_id = read_id<SourceId>(row["source_id"]);
  import.request = {row["name"].c_str(), row["filename"].c_str(), row["format"].c_str(), row["object_key"].c_str()};
  import.state = row["state"].c_str();
  import.failure = row["failure"].c_str();
  import.created_at = read_time(row["created_ms"]);
  import.finished_at = read_optional_time(row["finished_ms"]);
  import.rows_read = row["rows_read"].as<long>();
  import.rows_broken = row["rows_broken"].as<long>();
  import.products_created = row["products_created"].as<long>();
  import.products_changed = row["products_changed"].as<long>();
  import.images_total = row["images_total"].as<long>();
  import.images_waiting = row["images_waiting"].as<long>();
  import.images_fetching = row["images_fetching"].as<long>();
  import.images_understanding = row["images_understanding"].as<long>();
  import.images_done = row["images_done"].as<long>();
  import.images_dead = row["images_dead"].as<long>();
  import.images_off_color = row["images_off_color"].as<long>();
  import.texts_total = row["texts_total"].as<long>();
  import.texts_done = row["texts_done"].as<long>();
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
    transaction.exec_params(
        "INSERT INTO imports (org_id, id, source_id, filename, format, object_key)"
        " SELECT $1, $2, id, $4, $5, $6 FROM sources WHERE org_id = $1 AND name = $3",
        sql(org), sql(id), request.source_name, request.filename, request.format, request.object_key);
    transaction.exec_params(
        "INSERT INTO jobs (org_id, id, kind, unit, state, import_id) VALUES ($1, $2, 'feed', 'fetch', 'queued', $3)",
        sql(org), sql(JobId::generate()), sql(id));
    add_wake_up(transaction, org, Unit::fetch, id.to_string());
    return id;
  });
}

Import PostgresImportStore::import(OrgId org, ImportId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(fmt::format("{} AND i.id = $2", kSelectImports), sql(org), sql(id));
    if (rows.empty()) throw_not_found(id);
    return read_import(rows[0]);
  });
}

std::vector<Import> PostgresImportStore::imports(OrgId org, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<Import> imports;
    const auto rows =
        transaction.exec_params(fmt::format("{} ORDER BY i.id DESC LIMIT $2", kSelectImports), sql(org), limit);
    for (const auto& row : rows) imports.push_back(read_import(row));
    return imports;
  });
}

void PostgresImportStore::record_rows(OrgId org, ImportId id, long rows_read, long rows_broken, long products_created,
                                      long products_changed) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto updated = transaction.exec_params(
        "UPDATE imports SET rows_read = $3, rows_broken = $4, products_created = $5, products_changed = $6"
        " WHERE org_id = $1 AND id = $2",
        sql(org), sql(id), rows_read, rows_broken, products_created, products_changed);
    if (updated.affected_rows() == 0) throw_not_found(id);
  });
}

void PostgresImportStore::add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) {
  if (faults.empty()) return;
  SqlArray lines, fields, values, reasons;
  for (const auto& fault : faults) {
    lines.add(static_cast<long long>(fault.line));
    fields.add(std::string_view(fault.field));
    values.add(std::string_view(fault.value));
    reasons.add(std::string_view(fault.reason));
  }
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO import_faults (org_id, import_id, line, field, value, reason)"
        " SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) ON CONFLICT DO NOTHING",
        sql(org), sql(id), lines.text(), fields.text(), values.text(), reasons.text());
  });
}

void PostgresImportStore::finish_reading(OrgId org, ImportId id, const std::string& failure) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto updated = transaction.exec_params(
        "UPDATE imports SET failure = $3, state = CASE WHEN $3 = '' THEN 'working' ELSE 'failed' END,"
        " finished_at = CASE WHEN $3 = '' THEN NULL ELSE now() END WHERE org_id = $1 AND id = $2",
        sql(org), sql(id), failure);
    if (updated.affected_rows() == 0) throw_not_found(id);
    finish_import_if_idle(transaction, org, id);
  });
}

FaultPage PostgresImportStore::faults(OrgId org, ImportId id, std::optional<long> after, int limit) {
  const long start = after.value_or(0);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_import(transaction, org, id);
    const auto rows = transaction.exec_params(
        R"(SELECT line, field, value, reason FROM (
             SELECT 0 AS part, line, field, value, reason FROM import_faults WHERE org_id = $1 AND import_id = $2
             UNION ALL
             SELECT 1, 0, 'image_link', i.location, j.last_error FROM jobs AS j
               JOIN images AS i ON i.org_id = j.org_id AND i.id = j.image_id
              WHERE j.org_id = $1 AND j.import_id = $2 AND j.state = 'dead') AS f
            ORDER BY part, line, field, reason, value LIMIT $3 OFFSET $4)",
        sql(org), sql(id), limit + 1L, start);
    FaultPage page;
    for (const auto& row : rows)
      page.faults.push_back({row[0].as<long>(), row[1].c_str(), row[2].c_str(), row[3].c_str()});
    if (page.faults.size() > static_cast<std::size_t>(limit)) {
      page.faults.pop_back();
      page.next_after = start + limit;
    }
    return page;
  });
}

std::vector<WantedFile> PostgresImportStore::wanted_files(OrgId org, ImportId id, const std::string& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_import(transaction, org, id);
    std::vector<WantedFile> files;
    const auto rows = transaction.exec_params(
        "SELECT i.location, max(i.content_sha256) FROM jobs AS j"
        " JOIN images AS i ON i.org_id = j.org_id AND i.id = j.image_id"
        " WHERE j.org_id = $1 AND j.import_id = $2 AND j.state = 'waiting' AND i.location > $3"
        " GROUP BY i.location ORDER BY i.location LIMIT $4",
        sql(org), sql(id), after, limit);
    for (const auto& row : rows) files.push_back({row[0].c_str(), row[1].c_str()});
    return files;
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
              SET unit = 'understand', state = CASE WHEN i.understood_sha256 = $4 THEN 'done' ELSE 'queued' END,
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
