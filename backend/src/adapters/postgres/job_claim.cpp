#include <fmt/format.h>

#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// Orgs that one claim looks at; the next one goes on behind them.
constexpr int kOrgsPerClaim = 32;
/// Jobs looked at for each one wanted: what other claims hold at this moment is skipped.
constexpr int kLookedAtPerJob = 8;

/// {0}: which queue, of jobs seen as "j". $1: unit, $2: jobs wanted, $3: seconds of the lease, $4: the org that the
/// claim before ended with, $5: orgs, $6: jobs looked at.
///
/// Recursive queries are evaluated only as far as rows are asked for, so the walk over the orgs ends with the last one
/// wanted. The probe for a due job keeps orgs out whose jobs all wait for a later try.
constexpr char kClaim[] = R"(
  WITH RECURSIVE behind AS (
    (SELECT j.org_id FROM jobs AS j WHERE {0} AND j.org_id > $4::uuid ORDER BY j.org_id LIMIT 1)
    UNION ALL
    SELECT next.org_id FROM behind CROSS JOIN LATERAL
      (SELECT j.org_id FROM jobs AS j WHERE {0} AND j.org_id > behind.org_id ORDER BY j.org_id LIMIT 1) AS next),
  before AS (
    (SELECT j.org_id FROM jobs AS j WHERE {0} AND j.org_id <= $4::uuid ORDER BY j.org_id LIMIT 1)
    UNION ALL
    SELECT next.org_id FROM before CROSS JOIN LATERAL
      (SELECT j.org_id FROM jobs AS j WHERE {0} AND j.org_id > before.org_id AND j.org_id <= $4::uuid
        ORDER BY j.org_id LIMIT 1) AS next),
  orgs_due AS MATERIALIZED (
    SELECT o.org_id, row_number() OVER () AS turn FROM (
      SELECT o.org_id FROM (SELECT org_id FROM behind UNION ALL SELECT org_id FROM before) AS o
       CROSS JOIN LATERAL (SELECT j.id FROM jobs AS j WHERE {0} AND j.org_id = o.org_id AND j.run_after <= now()
                            ORDER BY j.run_after, j.id LIMIT 1) AS first
       LIMIT $5) AS o),
  held AS MATERIALIZED (
    SELECT org_id, count(*) AS count FROM jobs WHERE state = 'running' AND unit = $1 GROUP BY org_id),
  picked AS MATERIALIZED (
    SELECT o.org_id, d.id, row_number() OVER (ORDER BY coalesce(h.count, 0) + d.rank, o.turn) AS place
      FROM orgs_due AS o LEFT JOIN held AS h ON h.org_id = o.org_id
     CROSS JOIN LATERAL (
       SELECT f.id, row_number() OVER (ORDER BY f.run_after, f.id) AS rank
         FROM (SELECT j.id, j.run_after FROM jobs AS j WHERE {0} AND j.org_id = o.org_id AND j.run_after <= now()
                ORDER BY j.run_after, j.id LIMIT greatest($2, $6 / (SELECT count(*) FROM orgs_due))) AS f) AS d
     ORDER BY place LIMIT $6),
  due AS (
    SELECT j.org_id, j.id, p.place FROM picked AS p JOIN jobs AS j ON j.org_id = p.org_id AND j.id = p.id
     WHERE j.state = 'queued' AND j.unit = $1 ORDER BY p.place LIMIT $2 FOR NO KEY UPDATE OF j SKIP LOCKED),
  claimed AS (
    UPDATE jobs AS j SET state = 'running', tries = j.tries + 1, updated_at = now(),
                         lease_until = now() + $3 * interval '1 second'
      FROM due WHERE j.org_id = due.org_id AND j.id = due.id
    RETURNING j.id, j.org_id, j.kind, j.import_id, j.image_id, j.product_id, j.tries, j.traceparent, due.place)
  SELECT * FROM claimed ORDER BY place)";

constexpr char kFeeds[] = "j.state = 'queued' AND j.kind = 'feed'";
constexpr char kSmall[] = "j.state = 'queued' AND j.kind <> 'feed' AND j.unit = $1 AND j.priority = 0";
constexpr char kBulk[] = "j.state = 'queued' AND j.kind <> 'feed' AND j.unit = $1 AND j.priority = 1";

JobKind parse_kind(std::string_view word) {
  for (const auto kind : {JobKind::feed, JobKind::image, JobKind::text})
    if (word == to_string(kind)) return kind;
  throw Error(ErrorKind::corrupt_data, "the database holds a broken job");
}

void claim_from(SqlTransaction& transaction, const char* queue, Unit unit, int limit, std::chrono::seconds lease,
                OrgId& last_org, std::vector<Job>& jobs) {
  const auto rows =
      transaction.exec_params(fmt::format(kClaim, queue), sql(to_string(unit)), limit, static_cast<long>(lease.count()),
                              sql(last_org), kOrgsPerClaim, limit * kLookedAtPerJob);
  for (const auto& row : rows)
    jobs.push_back({.id = read_id<JobId>(row[0]),
                    .org_id = read_id<OrgId>(row[1]),
                    .unit = unit,
                    .kind = parse_kind(row[2].c_str()),
                    .import_id = read_id<ImportId>(row[3]),
                    .image_id = read_optional_id<ImageId>(row[4]),
                    .product_id = read_optional_id<ProductId>(row[5]),
                    .tries = row[6].as<int>(),
                    .traceparent = row[7].c_str()});
  if (!rows.empty()) last_org = jobs.back().org_id;
}

}  // namespace

std::vector<Job> PostgresJobStore::claim(Unit unit, int limit, std::chrono::seconds lease, ClaimTurn turn) {
  const auto place = static_cast<std::size_t>(unit);
  OrgId last_org;
  {
    std::lock_guard lock(mutex_);
    last_org = last_orgs_[place];
  }
  auto [jobs, last] = across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::pair<std::vector<Job>, OrgId> answer{{}, last_org};
    const auto take = [&](const char* queue, int count) {
      claim_from(transaction, queue, unit, count, lease, answer.second, answer.first);
    };
    if (unit == Unit::fetch && turn.feeds) take(kFeeds, 1);
    if (!answer.first.empty()) return answer;
    take(turn.bulk_first ? kBulk : kSmall, limit);
    // Small ones take no bulk along: whoever waits for the next small one would wait for that as well.
    if (answer.first.empty()) take(turn.bulk_first ? kSmall : kBulk, limit);
    return answer;
  });
  std::lock_guard lock(mutex_);
  last_orgs_[place] = last;
  return std::move(jobs);
}

}  // namespace likeness
