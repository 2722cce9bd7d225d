#include <map>

#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// Jobs swept in one transaction; the next sweep takes the rest.
constexpr int kSweepMax = 1000;

template <class Word, std::size_t count>
Word parse_word(std::string_view text, const Word (&words)[count]) {
  for (const auto word : words)
    if (text == to_string(word)) return word;
  throw Error(ErrorKind::corrupt_data, "the database holds a broken job");
}

constexpr Unit kUnits[] = {Unit::fetch, Unit::understand};
constexpr JobState kOpenStates[] = {JobState::waiting, JobState::queued, JobState::running, JobState::paused,
                                    JobState::dead};

/// Skips from org to org as a claim does, so that it costs the same however many jobs are queued.
constexpr char kOldest[] = R"(
  WITH RECURSIVE orgs_queued AS (
    (SELECT p.priority, j.org_id FROM (VALUES (0::smallint), (1::smallint)) AS p (priority) CROSS JOIN LATERAL
       (SELECT org_id FROM jobs WHERE unit = $1 AND state = 'queued' AND kind <> 'feed' AND priority = p.priority
         ORDER BY org_id LIMIT 1) AS j)
    UNION ALL
    SELECT o.priority, next.org_id FROM orgs_queued AS o CROSS JOIN LATERAL
      (SELECT org_id FROM jobs WHERE unit = $1 AND state = 'queued' AND kind <> 'feed' AND priority = o.priority
          AND org_id > o.org_id ORDER BY org_id LIMIT 1) AS next)
  SELECT coalesce(greatest(0, extract(epoch FROM now() - min(first.run_after))), 0) FROM (
    SELECT j.run_after FROM orgs_queued AS o CROSS JOIN LATERAL
      (SELECT run_after FROM jobs WHERE unit = $1 AND state = 'queued' AND kind <> 'feed' AND priority = o.priority
          AND org_id = o.org_id ORDER BY run_after, id LIMIT 1) AS j
    UNION ALL
    SELECT run_after FROM jobs WHERE unit = $1 AND state = 'queued' AND kind = 'feed') AS first)";

}  // namespace

int PostgresJobStore::sweep() {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    const auto swept = transaction.exec_params(
        R"(WITH lost AS (
             SELECT org_id, id FROM jobs WHERE state = 'running' AND lease_until < now()
              ORDER BY lease_until LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED)
           UPDATE jobs AS j
              SET state = CASE WHEN j.tries >= $2 THEN 'dead' ELSE 'queued' END, run_after = now(), updated_at = now(),
                  error_kind = 'timeout', last_error = 'the worker did not come back (try ' || j.tries || ')'
             FROM lost WHERE j.org_id = lost.org_id AND j.id = lost.id
           RETURNING j.org_id, j.unit, j.state, j.kind, j.import_id, j.last_error)",
        kSweepMax, tries_max_);
    std::map<std::pair<OrgId, Unit>, std::string> wake_ups;
    for (const auto& row : swept) {
      const auto org = read_id<OrgId>(row[0]);
      if (row[2].as<std::string>() == "queued")
        wake_ups.emplace(std::pair(org, parse_word(row[1].c_str(), kUnits)), read_id<ImportId>(row[4]).to_string());
      else if (row[3].as<std::string>() == "feed")
        transaction.exec_params(
            "UPDATE imports SET state = 'failed', failure = $3, finished_at = now() WHERE org_id = $1 AND id = $2"
            " AND state IN ('reading', 'working')",
            sql(org), row[4].c_str(), row[5].c_str());
    }
    for (const auto& [to, payload] : wake_ups) add_wake_up(transaction, to.first, to.second, payload);
    finish_idle_imports(transaction);
    return static_cast<int>(swept.size());
  });
}

std::vector<QueueDepth> PostgresJobStore::queue_depths() {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::map<std::pair<std::string, std::string>, long> counts;
    const auto rows = transaction.exec(
        "SELECT unit, state, count(*) FROM jobs WHERE state <> 'done' GROUP BY unit, state ORDER BY unit, state");
    for (const auto& row : rows) counts[{row[0].c_str(), row[1].c_str()}] = row[2].as<long>();
    std::vector<QueueDepth> depths;
    for (const auto unit : kUnits)
      for (const auto state : kOpenStates)
        depths.push_back({unit, state, counts[{std::string(to_string(unit)), std::string(to_string(state))}]});
    return depths;
  });
}

std::vector<QueueAge> PostgresJobStore::queue_ages() {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::vector<QueueAge> ages;
    for (const auto unit : kUnits) {
      const auto row = transaction.exec_params1(kOldest, sql(to_string(unit)));
      ages.push_back({unit, row[0].as<double>()});
    }
    return ages;
  });
}

}  // namespace likeness
