#include "adapters/postgres/pull_store.hpp"

#include "adapters/postgres/feed_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kReasonBytesMax = 1000;

void require_held(const pqxx::result& updated, const ClaimedPull& pull) {
  if (updated.affected_rows() == 0)
    throw Error(ErrorKind::conflict,
                "pull " + pull.id.to_string() + " is not held any more: it was taken over, or its feed is gone");
}

/// What is known of the feed is worth nothing where the import of it came to nothing: then it is read again.
constexpr char kSelectKnown[] = R"(
  SELECT s.credentials_sealed, s.etag, s.last_modified, s.content_sha256,
         coalesce((SELECT i.state FROM imports AS i WHERE i.org_id = s.org_id AND i.source_id = s.id
                    ORDER BY i.id DESC LIMIT 1) IN ('failed', 'cancelled'), false) AS came_to_nothing
    FROM sources AS s WHERE s.org_id = $1 AND s.id = $2)";

void read_known(SqlTransaction& transaction, ClaimedPull& pull) {
  pull.feed = require_feed(transaction, pull.org_id, pull.feed.id);
  const auto row = transaction.exec_params1(kSelectKnown, sql(pull.org_id), sql(pull.feed.id));
  if (!row["credentials_sealed"].is_null()) {
    const auto text = pqxx::binarystring(row["credentials_sealed"]);
    pull.sealed_credentials.assign(text.begin(), text.end());
  }
  if (!row["came_to_nothing"].as<bool>())
    pull.known = {row["etag"].c_str(), row["last_modified"].c_str(), row["content_sha256"].c_str()};
}

}  // namespace

std::optional<ClaimedPull> PostgresPullStore::claim(std::chrono::seconds lease) {
  auto pull = across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<ClaimedPull> {
    const auto rows = transaction.exec_params(
        R"(WITH due AS (
             SELECT org_id, id FROM feed_pulls
              WHERE state = 'queued' AND run_after <= now() OR state = 'running' AND lease_until < now()
              ORDER BY run_after, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
           UPDATE feed_pulls AS p SET state = 'running', tries = p.tries + 1, claim = p.claim + 1,
                                      lease_until = now() + $1 * interval '1 second'
             FROM due WHERE p.org_id = due.org_id AND p.id = due.id
           RETURNING p.org_id, p.id, p.source_id, p.tries, p.claim, p.traceparent)",
        lease.count());
    if (rows.empty()) return std::nullopt;
    ClaimedPull claimed;
    claimed.org_id = read_id<OrgId>(rows[0][0]);
    claimed.id = read_id<PullId>(rows[0][1]);
    claimed.feed.id = read_id<SourceId>(rows[0][2]);
    claimed.tries = rows[0][3].as<int>();
    claimed.claim = rows[0][4].as<long>();
    claimed.traceparent = rows[0][5].c_str();
    return claimed;
  });
  if (pull) in_org(pool_, pull->org_id, [&](SqlTransaction& transaction) { read_known(transaction, *pull); });
  return pull;
}

void PostgresPullStore::heartbeat(const ClaimedPull& pull, std::chrono::seconds lease) {
  in_org(pool_, pull.org_id, [&](SqlTransaction& transaction) {
    require_held(transaction.exec_params("UPDATE feed_pulls SET lease_until = now() + $4 * interval '1 second'"
                                         " WHERE org_id = $1 AND id = $2 AND state = 'running' AND claim = $3",
                                         sql(pull.org_id), sql(pull.id), pull.claim, lease.count()),
                 pull);
  });
}

void PostgresPullStore::postpone(const ClaimedPull& pull, const PullResult& so_far, std::chrono::milliseconds delay,
                                 bool counts) {
  in_org(pool_, pull.org_id, [&](SqlTransaction& transaction) {
    require_held(
        transaction.exec_params(
            "UPDATE feed_pulls SET state = 'queued', lease_until = NULL, run_after = now() + $4 * interval '1 ms',"
            " tries = tries - $5, reason = $6, http_status = $7, bytes = $8, seconds = $9"
            " WHERE org_id = $1 AND id = $2 AND state = 'running' AND claim = $3",
            sql(pull.org_id), sql(pull.id), pull.claim, delay.count(), counts ? 0 : 1,
            std::string(valid_start(so_far.reason, kReasonBytesMax)), so_far.http_status, so_far.bytes, so_far.seconds),
        pull);
  });
}

void PostgresPullStore::finish(const ClaimedPull& pull, const PullResult& result,
                               const std::optional<FeedVersion>& version, int history_max) {
  in_org(pool_, pull.org_id, [&](SqlTransaction& transaction) {
    require_held(transaction.exec_params(
                     "UPDATE feed_pulls SET state = 'done', lease_until = NULL, finished_at = now(), outcome = $4,"
                     " reason = $5, http_status = $6, bytes = $7, seconds = $8, import_id = $9"
                     " WHERE org_id = $1 AND id = $2 AND state = 'running' AND claim = $3",
                     sql(pull.org_id), sql(pull.id), pull.claim, result.outcome,
                     std::string(valid_start(result.reason, kReasonBytesMax)), result.http_status, result.bytes,
                     result.seconds, sql(result.import_id)),
                 pull);
    if (version)
      transaction.exec_params(
          "UPDATE sources SET etag = $3, last_modified = $4, content_sha256 = $5 WHERE org_id = $1 AND id = $2"
          " AND url = $6",
          sql(pull.org_id), sql(pull.feed.id), version->etag, version->last_modified, version->content_sha256,
          pull.feed.setup.url);
    transaction.exec_params(
        "DELETE FROM feed_pulls WHERE org_id = $1 AND source_id = $2 AND state = 'done' AND id <"
        " (SELECT id FROM feed_pulls WHERE org_id = $1 AND source_id = $2 ORDER BY id DESC OFFSET $3 LIMIT 1)",
        sql(pull.org_id), sql(pull.feed.id), history_max - 1);
  });
}

std::optional<ImportId> PostgresPullStore::import_of(const ClaimedPull& pull, const std::string& object_key) {
  return in_org(pool_, pull.org_id, [&](SqlTransaction& transaction) -> std::optional<ImportId> {
    const auto rows =
        transaction.exec_params("SELECT id FROM imports WHERE org_id = $1 AND source_id = $2 AND object_key = $3",
                                sql(pull.org_id), sql(pull.feed.id), object_key);
    if (rows.empty()) return std::nullopt;
    return read_id<ImportId>(rows[0][0]);
  });
}

}  // namespace likeness
