#include <fmt/format.h>

#include "adapters/postgres/feed_rows.hpp"
#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

// Not every import has all the counts: read by name, one that is not there is 0.
constexpr char kSelectPulls[] = R"(
  SELECT p.id, p.source_id, p.trigger, p.state, p.tries, epoch_ms(p.created_at) AS created_ms,
         epoch_ms(p.finished_at) AS finished_ms, p.outcome, p.reason, p.http_status, p.bytes, p.seconds, p.import_id,
         coalesce(i.state, '') AS import_state, coalesce(i.rows_read, 0) AS rows_read,
         coalesce(i.rows_broken, 0) AS rows_broken, coalesce(i.products_created, 0) AS products_created,
         coalesce(i.products_changed, 0) AS products_changed,
         coalesce((to_jsonb(i) ->> 'products_removed')::bigint, 0) AS products_removed
    FROM feed_pulls AS p LEFT JOIN imports AS i ON i.org_id = p.org_id AND i.id = p.import_id
   WHERE p.org_id = $1)";

Pull read_pull(const pqxx::row& row) {
  Pull pull;
  pull.id = read_id<PullId>(row["id"]);
  pull.feed_id = read_id<SourceId>(row["source_id"]);
  pull.trigger = row["trigger"].c_str();
  pull.state = row["state"].c_str();
  pull.tries = row["tries"].as<int>();
  pull.created_at = read_time(row["created_ms"]);
  pull.finished_at = read_optional_time(row["finished_ms"]);
  pull.result.outcome = row["outcome"].c_str();
  pull.result.reason = row["reason"].c_str();
  pull.result.http_status = row["http_status"].as<int>();
  pull.result.bytes = row["bytes"].as<long long>();
  pull.result.seconds = row["seconds"].as<double>();
  pull.result.import_id = read_optional_id<ImportId>(row["import_id"]);
  pull.import_state = row["import_state"].c_str();
  pull.rows_read = row["rows_read"].as<long>();
  pull.rows_broken = row["rows_broken"].as<long>();
  pull.products_created = row["products_created"].as<long>();
  pull.products_changed = row["products_changed"].as<long>();
  pull.products_removed = row["products_removed"].as<long>();
  return pull;
}

/// Whether a new pull was queued.
bool queue_pull(SqlTransaction& transaction, OrgId org, SourceId feed, PullId id,
                const std::optional<TimePoint>& scheduled_for) {
  return transaction
             .exec_params(
                 "INSERT INTO feed_pulls (org_id, id, source_id, trigger, scheduled_for, state)"
                 " VALUES ($1, $2, $3, $4, $5, 'queued') ON CONFLICT DO NOTHING",
                 sql(org), sql(id), sql(feed), scheduled_for ? "schedule" : "manual", sql(scheduled_for))
             .affected_rows() > 0;
}

PullId note_skipped(SqlTransaction& transaction, OrgId org, SourceId feed, PullId id,
                    const std::optional<TimePoint>& scheduled_for) {
  transaction.exec_params(
      "INSERT INTO feed_pulls (org_id, id, source_id, trigger, scheduled_for, state, outcome, reason, finished_at)"
      " VALUES ($1, $2, $3, 'schedule', $4, 'done', 'skipped', 'the pull before was still under way', now())"
      " ON CONFLICT DO NOTHING",
      sql(org), sql(id), sql(feed), sql(scheduled_for));
  return read_id<PullId>(
      transaction.exec_params1("SELECT id FROM feed_pulls WHERE org_id = $1 AND source_id = $2 AND scheduled_for = $3",
                               sql(org), sql(feed), sql(scheduled_for))[0]);
}

}  // namespace

PullId PostgresFeedStore::request_pull(OrgId org, SourceId id, std::optional<TimePoint> scheduled_for) {
  const auto pull = PullId::generate();
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto feed = require_feed(transaction, org, id);
    if (feed.setup.url.empty())
      throw Error(ErrorKind::conflict,
                  "feed \"" + feed.setup.name + "\" has no URL to be pulled from: its rows come by upload", "feed_id");
    if (queue_pull(transaction, org, id, pull, scheduled_for)) return pull;
    if (!scheduled_for)
      throw Error(ErrorKind::conflict, "feed \"" + feed.setup.name + "\" is being pulled already", "feed_id");
    return note_skipped(transaction, org, id, pull, scheduled_for);
  });
}

Pull PostgresFeedStore::pull(OrgId org, PullId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(fmt::format("{} AND p.id = $2", kSelectPulls), sql(org), sql(id));
    if (rows.empty()) throw Error(ErrorKind::not_found, "there is no pull " + id.to_string(), "pull_id");
    return read_pull(rows[0]);
  });
}

PullPage PostgresFeedStore::pulls(OrgId org, SourceId id, std::optional<PullId> before, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_feed(transaction, org, id);
    PullPage page;
    const auto rows = transaction.exec_params(
        fmt::format("{} AND p.source_id = $2 AND ($3::uuid IS NULL OR p.id < $3::uuid) ORDER BY p.id DESC LIMIT $4",
                    kSelectPulls),
        sql(org), sql(id), sql(before), limit + 1);
    for (const auto& row : rows) page.pulls.push_back(read_pull(row));
    if (page.pulls.size() > static_cast<std::size_t>(limit)) {
      page.pulls.pop_back();
      page.next_after = page.pulls.back().id;
    }
    return page;
  });
}

}  // namespace likeness
