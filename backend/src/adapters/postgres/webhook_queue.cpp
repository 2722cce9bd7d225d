#include "adapters/postgres/webhook_queue.hpp"

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kReasonBytesMax = 500;

constexpr char kSpread[] = R"(
  WITH taken AS (SELECT org_id, id, type FROM webhook_events WHERE NOT is_spread
                  ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED),
       wanted AS (SELECT t.org_id, t.id AS event_id, w.id AS webhook_id,
                         (SELECT count(*) FROM (SELECT FROM webhook_deliveries AS d WHERE d.org_id = w.org_id
                             AND d.webhook_id = w.id AND d.state = 'waiting' LIMIT $2) AS held) >= $2 AS is_full
                    FROM taken AS t JOIN webhooks AS w ON w.org_id = t.org_id AND t.type = ANY (w.event_types)
                   WHERE NOT w.paused AND w.disabled_at IS NULL),
       made AS (INSERT INTO webhook_deliveries (org_id, webhook_id, event_id, state, reason, finished_at)
                SELECT org_id, webhook_id, event_id, CASE WHEN is_full THEN 'failed' ELSE 'waiting' END,
                       CASE WHEN is_full THEN 'too many messages for this webhook are waiting' ELSE '' END,
                       CASE WHEN is_full THEN now() END
                  FROM wanted ORDER BY event_id, webhook_id ON CONFLICT DO NOTHING)
  UPDATE webhook_events AS e SET is_spread = true FROM taken AS t WHERE e.org_id = t.org_id AND e.id = t.id)";

/// A webhook's own oldest, whatever waits for others; the row is not locked, the update that follows decides.
constexpr char kNext[] = R"(
  WITH busy AS (SELECT org_id, webhook_id, count(*) AS sending FROM webhook_deliveries WHERE state = 'sending'
                 GROUP BY org_id, webhook_id)
  SELECT d.org_id, d.id FROM webhooks AS w
    JOIN orgs AS o ON o.id = w.org_id AND o.erasing_since IS NULL
    LEFT JOIN busy AS b ON b.org_id = w.org_id AND b.webhook_id = w.id
    CROSS JOIN LATERAL (SELECT n.org_id, n.id, n.run_after FROM webhook_deliveries AS n
                         WHERE n.org_id = w.org_id AND n.webhook_id = w.id AND n.state = 'waiting'
                           AND n.run_after <= now() ORDER BY n.run_after LIMIT 1) AS d
   WHERE NOT w.paused AND w.disabled_at IS NULL AND coalesce(b.sending, 0) < $1
   ORDER BY coalesce(b.sending, 0), d.run_after LIMIT 1)";

constexpr char kClaim[] = R"(
  UPDATE webhook_deliveries AS d SET state = 'sending', tries = d.tries + 1, claim = d.claim + 1, last_try_at = now(),
                                     lease_until = now() + $3 * interval '1 second'
    FROM webhooks AS w, webhook_events AS e
   WHERE d.org_id = $1 AND d.id = $2 AND d.state = 'waiting' AND d.run_after <= now()
     AND w.org_id = d.org_id AND w.id = d.webhook_id AND e.org_id = d.org_id AND e.id = d.event_id
  RETURNING d.webhook_id, d.event_id, d.claim, d.tries, w.url, w.secret_sealed,
            CASE WHEN w.former_secret_until > now() THEN w.former_secret_sealed END AS former_sealed, e.payload,
            e.traceparent)";

Bytes read_bytes(const pqxx::field& field) {
  if (field.is_null()) return {};
  const pqxx::binarystring bytes(field);
  return {bytes.begin(), bytes.end()};
}

ClaimedDelivery read_claimed(OrgId org, DeliveryId id, const pqxx::row& row) {
  return {.org_id = org,
          .id = id,
          .webhook_id = read_id<WebhookId>(row["webhook_id"]),
          .event_id = read_id<EventId>(row["event_id"]),
          .claim = row["claim"].as<long>(),
          .tries = row["tries"].as<int>(),
          .url = row["url"].c_str(),
          .sealed_secret = read_bytes(row["secret_sealed"]),
          .sealed_former_secret = read_bytes(row["former_sealed"]),
          .payload = row["payload"].c_str(),
          .traceparent = row["traceparent"].c_str()};
}

void note_failure(SqlTransaction& transaction, const ClaimedDelivery& delivery, const DeliveryOutcome& outcome,
                  std::chrono::seconds failing_max) {
  transaction.exec_params(
      "UPDATE webhooks SET failing_since = coalesce(failing_since, now()) WHERE org_id = $1 AND id = $2",
      sql(delivery.org_id), sql(delivery.webhook_id));
  const std::string reason = outcome.disables ? outcome.reason : "nothing was delivered for too long";
  transaction.exec_params(
      "UPDATE webhooks SET disabled_at = now(), disabled_reason = $3 WHERE org_id = $1 AND id = $2"
      " AND disabled_at IS NULL AND ($4 OR failing_since < now() - $5 * interval '1 second')",
      sql(delivery.org_id), sql(delivery.webhook_id), reason, outcome.disables, failing_max.count());
}

}  // namespace

int PostgresWebhookQueue::spread(int events_max, int waiting_max) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return static_cast<int>(transaction.exec_params(kSpread, events_max, waiting_max).affected_rows());
  });
}

std::optional<ClaimedDelivery> PostgresWebhookQueue::claim(std::chrono::seconds lease, int per_webhook_max) {
  constexpr int kRaces = 5;  // lost to other workers, after which this one waits for its next turn
  for (int race = 0; race < kRaces; ++race) {
    bool is_lost = false;
    auto claimed = across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<ClaimedDelivery> {
      const auto next = transaction.exec_params(kNext, per_webhook_max);
      if (next.empty()) return std::nullopt;
      const auto org = read_id<OrgId>(next[0][0]);
      const auto id = read_id<DeliveryId>(next[0][1]);
      const auto rows = transaction.exec_params(kClaim, sql(org), sql(id), lease.count());
      is_lost = rows.empty();
      if (is_lost) return std::nullopt;
      return read_claimed(org, id, rows[0]);
    });
    if (claimed || !is_lost) return claimed;
  }
  return std::nullopt;
}

void PostgresWebhookQueue::finish(const ClaimedDelivery& delivery, const DeliveryOutcome& outcome,
                                  std::chrono::seconds failing_max) {
  const std::string state = outcome.is_delivered ? "delivered" : outcome.retry_in ? "waiting" : "failed";
  in_org(pool_, delivery.org_id, [&](SqlTransaction& transaction) {
    const auto held = transaction.exec_params(
        "UPDATE webhook_deliveries SET state = $4, lease_until = NULL, tries = tries - $5, http_status = $6,"
        " reason = $7, run_after = now() + $8 * interval '1 ms', finished_at = CASE WHEN $4 <> 'waiting' THEN now() END"
        " WHERE org_id = $1 AND id = $2 AND state = 'sending' AND claim = $3",
        sql(delivery.org_id), sql(delivery.id), delivery.claim, state, outcome.counts ? 0 : 1, outcome.http_status,
        std::string(valid_start(outcome.reason, kReasonBytesMax)),
        outcome.retry_in.value_or(std::chrono::milliseconds(0)).count());
    if (held.affected_rows() == 0)
      throw Error(ErrorKind::conflict, "delivery " + delivery.id.to_string() + " is not held any more");
    if (outcome.is_delivered)
      transaction.exec_params(
          "UPDATE webhooks SET failing_since = NULL WHERE org_id = $1 AND id = $2 AND failing_since IS NOT NULL",
          sql(delivery.org_id), sql(delivery.webhook_id));
    else if (outcome.counts)
      note_failure(transaction, delivery, outcome, failing_max);
  });
}

int PostgresWebhookQueue::reclaim() {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return static_cast<int>(
        transaction
            .exec(
                "UPDATE webhook_deliveries SET state = 'waiting', lease_until = NULL, run_after = now(),"
                " reason = 'the server ended while it was being sent' WHERE state = 'sending' AND lease_until < now()")
            .affected_rows());
  });
}

int PostgresWebhookQueue::forget(std::chrono::seconds older_than, int limit) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return static_cast<int>(
        transaction
            .exec_params("DELETE FROM webhook_events AS e USING (SELECT org_id, id FROM webhook_events"
                         "  WHERE created_at < now() - $1 * interval '1 second' ORDER BY created_at LIMIT $2) AS old"
                         " WHERE e.org_id = old.org_id AND e.id = old.id",
                         older_than.count(), limit)
            .affected_rows());
  });
}

}  // namespace likeness
