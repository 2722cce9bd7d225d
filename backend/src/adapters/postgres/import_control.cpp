#include "adapters/postgres/import_control.hpp"

#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/job_hold.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// Jobs moved in one transaction, and transactions that a request waits for.
constexpr int kJobsPerBatch = 1000;
constexpr int kBatchesPerRequest = 5;
constexpr int kImportsPerSettle = 50;

constexpr char kPauseJobs[] = R"(
  WITH open AS (SELECT id FROM jobs WHERE org_id = $1 AND import_id = $2 AND state = 'queued'
                 ORDER BY id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED)
  UPDATE jobs AS j SET state = 'paused', updated_at = now() FROM open WHERE j.org_id = $1 AND j.id = open.id)";

/// A feed job that was given up while its import was paused gets another chance.
constexpr char kResumeJobs[] = R"(
  WITH held AS (SELECT id FROM jobs WHERE org_id = $1 AND import_id = $2
                   AND (state = 'paused' OR (kind = 'feed' AND state = 'dead'))
                 ORDER BY id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED)
  UPDATE jobs AS j SET state = 'queued', run_after = now(), updated_at = now(),
         tries = CASE WHEN coalesce(j.lease_until, '-infinity') < now() THEN 0 ELSE j.tries END
    FROM held WHERE j.org_id = $1 AND j.id = held.id)";

/// What is known of a photo stays; else the job is given up with the reason.
constexpr char kCancelJobs[] = R"(
  WITH open AS (
    SELECT j.id, j.kind = 'feed' OR EXISTS (
             SELECT FROM images AS i WHERE i.org_id = $1 AND i.id = j.image_id AND i.understood_sha256 <> ''
                AND i.understood_sha256 = i.content_sha256) AS known
      FROM jobs AS j WHERE j.org_id = $1 AND j.import_id = $2 AND j.state IN ('waiting', 'queued', 'paused')
     ORDER BY j.id LIMIT $3 FOR NO KEY UPDATE OF j SKIP LOCKED)
  UPDATE jobs AS j
     SET state = CASE WHEN known THEN 'done' ELSE 'dead' END, updated_at = now(), lease_until = NULL,
         stage = CASE WHEN known THEN '' WHEN j.unit = 'fetch' THEN 'download' WHEN j.kind = 'text' THEN 'embed'
                      ELSE 'preprocess' END,
         error_kind = CASE WHEN known THEN '' ELSE 'cancelled' END,
         last_error = CASE WHEN known THEN '' ELSE 'the import was cancelled' END
    FROM open WHERE j.org_id = $1 AND j.id = open.id)";

std::string lock_import(SqlTransaction& transaction, OrgId org, ImportId id) {
  const auto rows = transaction.exec_params("SELECT state FROM imports WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE",
                                            sql(org), sql(id));
  if (rows.empty()) throw Error(ErrorKind::not_found, "there is no import " + id.to_string(), "import_id");
  return rows[0][0].c_str();
}

[[noreturn]] void throw_wrong_state(ImportId id, const std::string& state, const std::string& wish) {
  throw Error(ErrorKind::conflict, "import " + id.to_string() + " is " + state + ": it cannot be " + wish);
}

/// One batch of what the import's state asks for; returns how many jobs were moved.
int move_jobs(SqlTransaction& transaction, OrgId org, ImportId id) {
  const std::string state = lock_import(transaction, org, id);
  const auto move = [&](const char* statement) {
    return static_cast<int>(transaction.exec_params(statement, sql(org), sql(id), kJobsPerBatch).affected_rows());
  };
  if (state == "paused") return move(kPauseJobs);
  if (state == "cancelled") {
    const int moved = move(kCancelJobs);
    finish_cancelled_import(transaction, org, id);
    return moved;
  }
  if (state == "stopped") return 0;
  const int moved = move(kResumeJobs);
  if (moved > 0)
    for (const auto unit : {Unit::fetch, Unit::understand}) add_wake_up(transaction, org, unit, id.to_string());
  return moved;
}

int move_jobs_in_batches(PostgresConnectionPool& pool, OrgId org, ImportId id, int batches) {
  int moved = 0;
  for (int i = 0; i < batches; ++i) {
    const int count = in_org(pool, org, [&](SqlTransaction& t) { return move_jobs(t, org, id); });
    moved += count;
    if (count < kJobsPerBatch) break;
  }
  return moved;
}

}  // namespace

HeldImport require_reading(SqlTransaction& transaction, OrgId org, ImportId import) {
  const auto rows = transaction.exec_params(
      "SELECT state, source_id, full_feed FROM imports WHERE org_id = $1 AND id = $2 FOR SHARE", sql(org), sql(import));
  if (rows.empty() || rows[0][0].as<std::string>() != "reading")
    throw Error(ErrorKind::cancelled,
                "import " + import.to_string() + " is " + (rows.empty() ? "gone" : rows[0][0].c_str()));
  return {read_id<SourceId>(rows[0][1]), rows[0][2].as<bool>()};
}

void PostgresImportStore::stop(OrgId org, ImportId id, const std::string& question) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_reading(transaction, org, id);
    transaction.exec_params("UPDATE imports SET state = 'stopped', failure = $3 WHERE org_id = $1 AND id = $2",
                            sql(org), sql(id), question);
  });
}

void PostgresImportStore::put_feed_aside(const Job& job) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto state = lock_import(transaction, job.org_id, *job.import_id);
    hold_job(transaction, job);
    const bool waits = state == "paused" || state == "stopped";
    transaction.exec_params(
        "UPDATE jobs SET state = $3, lease_until = NULL, run_after = now(), updated_at = now()"
        " WHERE org_id = $1 AND id = $2",
        sql(job.org_id), sql(job.id),
        waits                ? "paused"
        : state == "reading" ? "queued"
                             : "done");
    if (state == "cancelled") finish_cancelled_import(transaction, job.org_id, *job.import_id);
  });
}

void PostgresImportStore::pause(OrgId org, ImportId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto state = lock_import(transaction, org, id);
    if (state != "reading" && state != "working" && state != "paused") throw_wrong_state(id, state, "paused");
    transaction.exec_params("UPDATE imports SET state = 'paused' WHERE org_id = $1 AND id = $2", sql(org), sql(id));
  });
  move_jobs_in_batches(pool_, org, id, kBatchesPerRequest);
  costly_progress_.forget(org, id);
}

void PostgresImportStore::resume(OrgId org, ImportId id, std::optional<bool> mass_delete_allowed) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto state = lock_import(transaction, org, id);
    if (state != "paused" && state != "stopped") throw_wrong_state(id, state, "resumed");
    if (state == "stopped" && !mass_delete_allowed)
      throw Error(
          ErrorKind::conflict,
          "import " + id.to_string() +
              " asks whether to remove what its feed no longer names: resume it with allow_mass_delete true, or "
              "false to leave it",
          "allow_mass_delete");
    transaction.exec_params(
        R"(UPDATE imports AS i
              SET failure = '', mass_delete_allowed = i.mass_delete_allowed OR coalesce($3, false),
                  full_feed = i.full_feed AND coalesce($3, true),
                  state = CASE WHEN EXISTS (SELECT FROM jobs WHERE org_id = $1 AND import_id = $2 AND kind = 'feed'
                                               AND state <> 'done') THEN 'reading' ELSE 'working' END
            WHERE org_id = $1 AND id = $2)",
        sql(org), sql(id), mass_delete_allowed);
  });
  move_jobs_in_batches(pool_, org, id, kBatchesPerRequest);
  in_org(pool_, org, [&](SqlTransaction& transaction) { finish_import_if_idle(transaction, org, id); });
  costly_progress_.forget(org, id);
}

void PostgresImportStore::cancel(OrgId org, ImportId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto state = lock_import(transaction, org, id);
    if (state == "done" || state == "failed") throw_wrong_state(id, state, "cancelled");
    if (state == "cancelled") return;
    transaction.exec_params("UPDATE imports SET state = 'cancelled', failure = '' WHERE org_id = $1 AND id = $2",
                            sql(org), sql(id));
  });
  move_jobs_in_batches(pool_, org, id, kBatchesPerRequest);
  costly_progress_.forget(org, id);
}

void PostgresImportStore::settle(int limit) {
  const auto held = across_orgs(pool_, [&](SqlTransaction& transaction) {
    return transaction.exec_params(
        "(SELECT org_id, id FROM imports WHERE state = 'paused' OR (state = 'cancelled' AND finished_at IS NULL)"
        "  ORDER BY id LIMIT $1)"
        " UNION (SELECT DISTINCT j.org_id, j.import_id FROM jobs AS j JOIN imports AS i"
        "          ON i.org_id = j.org_id AND i.id = j.import_id"
        "         WHERE j.state = 'paused' AND i.state NOT IN ('paused', 'stopped') LIMIT $1)",
        kImportsPerSettle);
  });
  for (const auto& row : held) {
    if (limit <= 0) return;
    limit -= move_jobs_in_batches(pool_, read_id<OrgId>(row[0]), read_id<ImportId>(row[1]), kBatchesPerRequest);
  }
}

}  // namespace likeness
