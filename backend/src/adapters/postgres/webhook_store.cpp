#include "adapters/postgres/webhook_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kColumns[] =
    "id, url, description, event_types, paused, epoch_ms(failing_since) AS failing_ms,"
    " epoch_ms(disabled_at) AS disabled_ms, disabled_reason,"
    " CASE WHEN former_secret_until > now() THEN epoch_ms(former_secret_until) END AS former_ms, created_by,"
    " epoch_ms(created_at) AS created_ms";

constexpr char kSelectDeliveries[] =
    "SELECT d.id, d.webhook_id, d.event_id, e.type, d.state, d.tries, d.http_status, d.reason,"
    " epoch_ms(d.created_at) AS created_ms, CASE WHEN d.state = 'waiting' THEN epoch_ms(d.run_after) END AS next_ms,"
    " epoch_ms(d.last_try_at) AS last_ms, epoch_ms(d.finished_at) AS finished_ms"
    " FROM webhook_deliveries AS d JOIN webhook_events AS e ON e.org_id = d.org_id AND e.id = d.event_id"
    " WHERE d.org_id = $1 AND d.webhook_id = $2";

Webhook read_webhook(const pqxx::row& row) {
  return {.id = read_id<WebhookId>(row["id"]),
          .setup = {.url = row["url"].c_str(),
                    .description = row["description"].c_str(),
                    .event_types = read_array(row["event_types"]),
                    .paused = row["paused"].as<bool>()},
          .failing_since = read_optional_time(row["failing_ms"]),
          .disabled_at = read_optional_time(row["disabled_ms"]),
          .disabled_reason = row["disabled_reason"].c_str(),
          .former_secret_until = read_optional_time(row["former_ms"]),
          .created_by = row["created_by"].c_str(),
          .created_at = read_time(row["created_ms"])};
}

Delivery read_delivery(const pqxx::row& row) {
  return {.id = read_id<DeliveryId>(row["id"]),
          .webhook_id = read_id<WebhookId>(row["webhook_id"]),
          .event_id = read_id<EventId>(row["event_id"]),
          .event_type = row["type"].c_str(),
          .state = row["state"].c_str(),
          .tries = row["tries"].as<int>(),
          .http_status = row["http_status"].as<int>(),
          .reason = row["reason"].c_str(),
          .created_at = read_time(row["created_ms"]),
          .next_try_at = read_optional_time(row["next_ms"]),
          .last_try_at = read_optional_time(row["last_ms"]),
          .finished_at = read_optional_time(row["finished_ms"])};
}

Error no_webhook(WebhookId id) { return {ErrorKind::not_found, "there is no webhook " + id.to_string(), "webhook_id"}; }

std::string bytea(const Bytes& bytes) {
  std::string text = "\\x";
  for (const auto byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

Webhook require_webhook(SqlTransaction& transaction, OrgId org, WebhookId id) {
  const auto rows = transaction.exec_params(
      fmt::format("SELECT {} FROM webhooks WHERE org_id = $1 AND id = $2", kColumns), sql(org), sql(id));
  if (rows.empty()) throw no_webhook(id);
  return read_webhook(rows[0]);
}

void require_listening(SqlTransaction& transaction, OrgId org, WebhookId id) {
  const auto webhook = require_webhook(transaction, org, id);
  if (webhook.setup.paused)
    throw Error(ErrorKind::conflict, "webhook " + id.to_string() + " is paused: resume it first");
  if (webhook.disabled_at)
    throw Error(ErrorKind::conflict, "webhook " + id.to_string() + " was disabled: " + webhook.disabled_reason +
                                         "; set paused to false first");
}

Delivery require_delivery(SqlTransaction& transaction, OrgId org, WebhookId id, DeliveryId delivery) {
  const auto rows =
      transaction.exec_params(fmt::format("{} AND d.id = $3", kSelectDeliveries), sql(org), sql(id), sql(delivery));
  if (rows.empty())
    throw Error(ErrorKind::not_found, "the webhook has no delivery " + delivery.to_string(), "delivery_id");
  return read_delivery(rows[0]);
}

}  // namespace

Webhook PostgresWebhookStore::create(OrgId org, WebhookId id, const WebhookSetup& setup, const Bytes& sealed_secret,
                                     const std::string& created_by, int count_max) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto count = transaction.exec_params1("SELECT count(*) FROM webhooks WHERE org_id = $1", sql(org));
    if (count[0].as<int>() >= count_max)
      throw Error(ErrorKind::forbidden,
                  fmt::format("the org has {} webhooks, and more there cannot be: delete some", count_max));
    return read_webhook(transaction.exec_params1(
        fmt::format(
            "INSERT INTO webhooks (org_id, id, url, description, event_types, paused, secret_sealed, created_by)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7::bytea, $8) RETURNING {}",
            kColumns),
        sql(org), sql(id), setup.url, setup.description, sql_array(setup.event_types), setup.paused,
        bytea(sealed_secret), created_by));
  });
}

WebhookPage PostgresWebhookStore::webhooks(OrgId org, std::optional<WebhookId> after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM webhooks WHERE org_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3",
                    kColumns),
        sql(org), sql(after), limit + 1);
    WebhookPage page;
    for (const auto& row : rows) page.webhooks.push_back(read_webhook(row));
    if (page.webhooks.size() > static_cast<std::size_t>(limit)) {
      page.webhooks.pop_back();
      page.next_after = page.webhooks.back().id;
    }
    return page;
  });
}

Webhook PostgresWebhookStore::webhook(OrgId org, WebhookId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return require_webhook(transaction, org, id); });
}

Webhook PostgresWebhookStore::update(OrgId org, WebhookId id, const WebhookSetup& setup) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("UPDATE webhooks SET url = $3, description = $4, event_types = $5, paused = $6,"
                    " failing_since = CASE WHEN $6 THEN failing_since END,"
                    " disabled_at = CASE WHEN $6 THEN disabled_at END,"
                    " disabled_reason = CASE WHEN $6 THEN disabled_reason ELSE '' END"
                    " WHERE org_id = $1 AND id = $2 RETURNING {}",
                    kColumns),
        sql(org), sql(id), setup.url, setup.description, sql_array(setup.event_types), setup.paused);
    if (rows.empty()) throw no_webhook(id);
    return read_webhook(rows[0]);
  });
}

void PostgresWebhookStore::remove(OrgId org, WebhookId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto gone = transaction.exec_params("DELETE FROM webhooks WHERE org_id = $1 AND id = $2", sql(org), sql(id));
    if (gone.affected_rows() == 0) throw no_webhook(id);
  });
}

Webhook PostgresWebhookStore::replace_secret(OrgId org, WebhookId id, const Bytes& sealed_secret,
                                             std::chrono::seconds former_kept) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("UPDATE webhooks SET former_secret_sealed = secret_sealed, secret_sealed = $3::bytea,"
                    " former_secret_until = now() + $4 * interval '1 second'"
                    " WHERE org_id = $1 AND id = $2 RETURNING {}",
                    kColumns),
        sql(org), sql(id), bytea(sealed_secret), former_kept.count());
    if (rows.empty()) throw no_webhook(id);
    return read_webhook(rows[0]);
  });
}

DeliveryPage PostgresWebhookStore::deliveries(OrgId org, WebhookId id, const std::string& state,
                                              std::optional<DeliveryId> before, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_webhook(transaction, org, id);
    const auto rows =
        transaction.exec_params(fmt::format("{} AND ($3 = '' OR d.state = $3) AND ($4::uuid IS NULL OR d.id < $4::uuid)"
                                            " ORDER BY d.id DESC LIMIT $5",
                                            kSelectDeliveries),
                                sql(org), sql(id), state, sql(before), limit + 1);
    DeliveryPage page;
    for (const auto& row : rows) page.deliveries.push_back(read_delivery(row));
    if (page.deliveries.size() > static_cast<std::size_t>(limit)) {
      page.deliveries.pop_back();
      page.next_after = page.deliveries.back().id;
    }
    return page;
  });
}

Delivery PostgresWebhookStore::send_test(OrgId org, WebhookId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_listening(transaction, org, id);
    const auto event = EventId::generate();
    const auto delivery = DeliveryId::generate();
    transaction.exec_params(
        "INSERT INTO webhook_events (org_id, id, type, payload, is_spread)"
        " VALUES ($1, $2, $3, webhook_payload($3, json_build_object('webhook_id', $4::text)), true)",
        sql(org), sql(event), kWebhookTest, id.to_string());
    transaction.exec_params(
        "INSERT INTO webhook_deliveries (org_id, id, webhook_id, event_id, state) VALUES ($1, $2, $3, $4, 'waiting')",
        sql(org), sql(delivery), sql(id), sql(event));
    return require_delivery(transaction, org, id, delivery);
  });
}

Delivery PostgresWebhookStore::redeliver(OrgId org, WebhookId id, DeliveryId delivery) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_listening(transaction, org, id);
    const auto queued = transaction.exec_params(
        "UPDATE webhook_deliveries SET state = 'waiting', tries = 0, run_after = now(), finished_at = NULL, reason = ''"
        " WHERE org_id = $1 AND webhook_id = $2 AND id = $3 AND state IN ('delivered', 'failed')",
        sql(org), sql(id), sql(delivery));
    const auto now_queued = require_delivery(transaction, org, id, delivery);
    if (queued.affected_rows() == 0)
      throw Error(ErrorKind::conflict, "delivery " + delivery.to_string() + " is not over yet", "delivery_id");
    return now_queued;
  });
}

}  // namespace likeness
