#include "adapters/postgres/feed_rows.hpp"

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {

const std::string kSelectFeeds = R"(
  SELECT s.id, s.name, s.url, s.format, s.full_feed, s.credentials_kind, s.paused,
         array(SELECT key FROM jsonb_each_text(s.mapping) ORDER BY key) AS mapping_columns,
         array(SELECT value FROM jsonb_each_text(s.mapping) ORDER BY key) AS mapping_attributes,
         epoch_ms(s.created_at) AS created_ms, c.cron, c.time_zone,
         CASE WHEN NOT c.paused THEN epoch_ms(c.next_run_at) END AS next_ms
    FROM sources AS s
    LEFT JOIN schedules AS c ON c.org_id = s.org_id AND c.kind = 'pull_feed' AND c.subject_id = s.id
   WHERE s.org_id = $1)";

Feed read_feed(const pqxx::row& row) {
  Feed feed{.id = read_id<SourceId>(row["id"]),
            .setup = {.name = row["name"].c_str(), .url = row["url"].c_str()},
            .created_at = read_time(row["created_ms"]),
            .next_pull_at = read_optional_time(row["next_ms"])};
  feed.setup.format = row["format"].c_str();
  feed.setup.full = row["full_feed"].as<bool>();
  feed.setup.credentials_kind = row["credentials_kind"].c_str();
  feed.setup.paused = row["paused"].as<bool>();
  const auto columns = read_array(row["mapping_columns"]), attributes = read_array(row["mapping_attributes"]);
  for (std::size_t i = 0; i < columns.size() && i < attributes.size(); ++i)
    feed.setup.mapping.emplace(columns[i], attributes[i]);
  if (!row["cron"].is_null()) feed.setup.schedule = {row["cron"].c_str(), row["time_zone"].c_str()};
  return feed;
}

Feed require_feed(SqlTransaction& transaction, OrgId org, SourceId id) {
  const auto rows = transaction.exec_params(kSelectFeeds + " AND s.id = $2", sql(org), sql(id));
  if (rows.empty()) throw_no_feed(id);
  return read_feed(rows[0]);
}

void throw_no_feed(SourceId id) { throw Error(ErrorKind::not_found, "there is no feed " + id.to_string(), "feed_id"); }

void put_feed_schedule(SqlTransaction& transaction, OrgId org, SourceId id, const FeedSetup& setup,
                       std::optional<TimePoint> next_pull_at) {
  if (!setup.schedule || !next_pull_at) {
    transaction.exec_params("DELETE FROM schedules WHERE org_id = $1 AND kind = 'pull_feed' AND subject_id = $2",
                            sql(org), sql(id));
    return;
  }
  transaction.exec_params(
      "INSERT INTO schedules (org_id, id, kind, subject_id, cron, time_zone, next_run_at, paused)"
      " VALUES ($1, $2, 'pull_feed', $3, $4, $5, $6, $7) ON CONFLICT (org_id, kind, subject_id) DO UPDATE"
      " SET cron = excluded.cron, time_zone = excluded.time_zone, next_run_at = excluded.next_run_at,"
      "     paused = excluded.paused, claim = schedules.claim + 1, lease_until = NULL",
      sql(org), sql(ScheduleId::generate()), sql(id), setup.schedule->cron, setup.schedule->time_zone,
      to_iso8601(*next_pull_at), setup.paused);
}

}  // namespace likeness
