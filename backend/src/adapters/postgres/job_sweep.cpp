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
constexpr JobState kStates[] = {JobState::waiting, JobState::queued, JobState::running,
                                JobState::paused,  JobState::done,   JobState::dead};

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
    std::vector<QueueDepth> depths;
    const auto rows = transaction.exec(
        "SELECT unit, state, count(*) FROM jobs WHERE state <> 'done' GROUP BY unit, state ORDER BY unit, state");
    for (const auto& row : rows)
      depths.push_back({parse_word(row[0].c_str(), kUnits), parse_word(row[1].c_str(), kStates), row[2].as<long>()});
    return depths;
  });
}

}  // namespace likeness
