#include "adapters/postgres/job_store.hpp"

#include <fmt/format.h>

#include <random>

#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/job_hold.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "adapters/postgres/whole_vectors.hpp"
#include "base/error.hpp"
#include "domain/catalog.hpp"

namespace likeness {
namespace {

constexpr std::size_t kErrorBytesMax = 1000;

/// A number from 0 to 1, so that jobs which failed together do not come back together.
double chance() {
  thread_local std::minstd_rand source{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(source);
}

}  // namespace

void throw_lost(const Job& job) {
  throw Error(ErrorKind::conflict, "job " + job.id.to_string() + " is not held any more: another worker took it over");
}

void hold_job(SqlTransaction& transaction, const Job& job) {
  const auto held = transaction.exec_params(
      "SELECT FROM jobs WHERE org_id = $1 AND id = $2 AND state = 'running' AND unit = $3 AND tries = $4"
      " FOR NO KEY UPDATE",
      sql(job.org_id), sql(job.id), sql(to_string(job.unit)), job.tries);
  if (held.empty()) throw_lost(job);
}

void end_job(SqlTransaction& transaction, const Job& job) {
  const auto row = transaction.exec_params1(
      "UPDATE jobs SET state = 'done', lease_until = NULL, stage = '', error_kind = '', last_error = '',"
      " updated_at = now() WHERE org_id = $1 AND id = $2 RETURNING import_id",
      sql(job.org_id), sql(job.id));
  finish_import_if_idle(transaction, job.org_id, read_id<ImportId>(row[0]));
}

ImportId import_of(SqlTransaction& transaction, const Job& job) {
  return read_id<ImportId>(transaction.exec_params1("SELECT import_id FROM jobs WHERE org_id = $1 AND id = $2",
                                                    sql(job.org_id), sql(job.id))[0]);
}

void PostgresJobStore::heartbeat(std::span<const Job> jobs, std::chrono::seconds lease) {
  if (jobs.empty()) return;
  SqlArray orgs, ids, units, tries;
  for (const auto& job : jobs) {
    orgs.add(job.org_id);
    ids.add(job.id);
    units.add(to_string(job.unit));
    tries.add(static_cast<long long>(job.tries));
  }
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        R"(UPDATE jobs AS j SET lease_until = now() + $1 * interval '1 second'
             FROM (SELECT o.org_id, o.id
                     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) AS h (org_id, id, unit, tries)
                     JOIN jobs AS o ON o.org_id = h.org_id AND o.id = h.id AND o.unit = h.unit AND o.tries = h.tries
                      AND o.state = 'running'
                    ORDER BY o.org_id, o.id FOR NO KEY UPDATE OF o) AS held
            WHERE j.org_id = held.org_id AND j.id = held.id)",
        static_cast<long>(lease.count()), orgs.text(), ids.text(), units.text(), tries.text());
  });
}

ImageJobDetails PostgresJobStore::image_details(const Job& job) {
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format(
            "SELECT location, content_sha256, product_id, etag, last_modified,"
            " content_sha256 <> '' AND EXISTS (SELECT FROM images AS t WHERE t.org_id = i.org_id AND t.id <> i.id"
            " AND t.understood_sha256 <> '' AND t.understood_sha256 = i.content_sha256), {}"
            " FROM images AS i WHERE org_id = $1 AND id = $2",
            kWholeVectorRule),
        sql(job.org_id), sql(job.image_id));
    if (rows.empty()) throw_lost(job);
    ImageJobDetails details{.location = rows[0][0].c_str(),
                            .remote = false,
                            .content_sha256 = rows[0][1].c_str(),
                            .product_id = read_id<ProductId>(rows[0][2]),
                            .validators = {.etag = rows[0][3].c_str(), .last_modified = rows[0][4].c_str()},
                            .has_twin = rows[0][5].as<bool>(),
                            .whole = parse_whole_vector(rows[0][6].c_str())};
    details.remote = ImageReference{.location = details.location}.is_remote();
    return details;
  });
}

std::string PostgresJobStore::product_text(const Job& job) {
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params("SELECT search_words FROM products WHERE org_id = $1 AND id = $2",
                                              sql(job.org_id), sql(job.product_id));
    if (rows.empty()) throw_lost(job);
    return std::string(rows[0][0].c_str());
  });
}

void PostgresJobStore::fail(const Job& job, Stage stage, const Error& error, const RetryPolicy& policy,
                            std::optional<std::chrono::milliseconds> retry_after) {
  const auto delay = policy.next_delay(error.kind(), job.tries, retry_after, chance());
  const std::string message = error.message().substr(0, kErrorBytesMax);
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    hold_job(transaction, job);
    transaction.exec_params(
        "UPDATE jobs SET state = $3, stage = $4, error_kind = $5, last_error = $6, lease_until = NULL, updated_at = "
        "now(),"
        " run_after = now() + $7 * interval '1 millisecond' WHERE org_id = $1 AND id = $2",
        sql(job.org_id), sql(job.id), delay ? "queued" : "dead", sql(to_string(stage)), sql(to_string(error.kind())),
        message, static_cast<long>(delay ? delay->count() : 0));
    if (delay) return;
    const auto import = import_of(transaction, job);
    if (job.kind == JobKind::feed)
      transaction.exec_params(
          "UPDATE imports SET state = 'failed', failure = $3, finished_at = now() WHERE org_id = $1 AND id = $2"
          " AND state IN ('reading', 'working')",
          sql(job.org_id), sql(import), message);
    else
      finish_import_if_idle(transaction, job.org_id, import);
  });
}

void PostgresJobStore::release(const Job& job, Stage stage, const Error& error, std::chrono::milliseconds delay) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    hold_job(transaction, job);
    // The next claim gets this claim's number again: nobody else can hold it, for it is given back here.
    transaction.exec_params(
        "UPDATE jobs SET state = 'queued', tries = tries - 1, stage = $3, error_kind = $4, last_error = $5,"
        " lease_until = NULL, updated_at = now(), run_after = now() + $6 * interval '1 millisecond'"
        " WHERE org_id = $1 AND id = $2",
        sql(job.org_id), sql(job.id), sql(to_string(stage)), sql(to_string(error.kind())),
        error.message().substr(0, kErrorBytesMax), static_cast<long>(delay.count()));
  });
}

}  // namespace likeness
