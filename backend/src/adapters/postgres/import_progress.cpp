#include "adapters/postgres/import_progress.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

/// While more jobs than this are open, no two transactions can both end the import's last ones.
constexpr int kOpenJobsNear = 64;

/// {}: the state that ends with it, {}: the state that it is in.
constexpr char kFinish[] = R"(
  UPDATE imports AS i
     SET state = '{}', finished_at = now(), images_total = c.images_total, images_done = c.images_done,
         images_dead = c.images_dead, texts_total = c.texts_total, texts_done = c.texts_done,
         images_off_color = (SELECT count(*) FROM jobs AS j JOIN images AS g ON g.org_id = j.org_id AND g.id = j.image_id
                              WHERE j.org_id = $1 AND j.import_id = $2 AND g.color_check = 'differs')
    FROM (SELECT count(*) FILTER (WHERE kind = 'image') AS images_total,
                 count(*) FILTER (WHERE kind = 'image' AND state = 'done') AS images_done,
                 count(*) FILTER (WHERE kind = 'image' AND state = 'dead') AS images_dead,
                 count(*) FILTER (WHERE kind = 'text') AS texts_total,
                 count(*) FILTER (WHERE kind = 'text' AND state = 'done') AS texts_done
            FROM jobs WHERE org_id = $1 AND import_id = $2) AS c
   WHERE i.org_id = $1 AND i.id = $2 AND i.state = '{}'
     AND NOT EXISTS (SELECT FROM jobs WHERE org_id = $1 AND import_id = $2
                        AND state IN ('waiting', 'queued', 'running', 'paused')))";

}  // namespace

void finish_import_if_idle(SqlTransaction& transaction, OrgId org, ImportId import) {
  const auto open = transaction.exec_params1(
      "SELECT count(*) FROM (SELECT FROM jobs WHERE org_id = $1 AND import_id = $2"
      " AND state IN ('waiting', 'queued', 'running', 'paused') LIMIT $3) AS open_jobs",
      sql(org), sql(import), kOpenJobsNear);
  if (open[0].as<int>() == kOpenJobsNear) return;
  // Of two transactions that end the last two jobs, the second waits here and then sees the first one's work. While
  // the feed is read nothing is locked: its writer holds the import and may wait for this transaction.
  const auto working = transaction.exec_params(
      "SELECT FROM imports WHERE org_id = $1 AND id = $2 AND state = 'working' FOR NO KEY UPDATE", sql(org),
      sql(import));
  if (!working.empty()) transaction.exec_params(fmt::format(kFinish, "done", "working"), sql(org), sql(import));
}

void finish_cancelled_import(SqlTransaction& transaction, OrgId org, ImportId import) {
  transaction.exec_params(fmt::format(kFinish, "cancelled", "cancelled"), sql(org), sql(import));
}

void finish_idle_imports(SqlTransaction& transaction) {
  const auto idle = transaction.exec(
      "SELECT i.org_id, i.id FROM imports AS i WHERE i.state = 'working' AND NOT EXISTS"
      " (SELECT FROM jobs AS j WHERE j.org_id = i.org_id AND j.import_id = i.id"
      "     AND j.state IN ('waiting', 'queued', 'running', 'paused')) ORDER BY i.id LIMIT 100");
  for (const auto& row : idle)
    transaction.exec_params(fmt::format(kFinish, "done", "working"), row[0].c_str(), row[1].c_str());
}

}  // namespace likeness
