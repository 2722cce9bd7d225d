#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/pull_store.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "adapters/postgres/webhook_queue.hpp"
#include "adapters/postgres/webhook_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;

class PostgresWebhookTest : public PostgresTest {
 protected:
  Webhook make(std::vector<std::string> types, OrgId org) {
    return webhooks_.create(org, WebhookId::generate(),
                            {.url = "https://shop.example/hook", .event_types = std::move(types)}, {1, 2, 3},
                            "operator", 10);
  }
  Webhook make(std::vector<std::string> types) { return make(std::move(types), org_); }
  std::optional<ClaimedDelivery> claim(int per_webhook_max = 10) { return queue_.claim(60s, per_webhook_max); }
  /// A delivery of a test, claimed.
  ClaimedDelivery sending(const Webhook& webhook) {
    webhooks_.send_test(org_, webhook.id);
    return claim().value();
  }
  std::vector<Delivery> deliveries(const Webhook& webhook) {
    return webhooks_.deliveries(org_, webhook.id, "", std::nullopt, 100).deliveries;
  }
  std::string events() { return inspect("SELECT coalesce(string_agg(type, ' ' ORDER BY id), '') FROM webhook_events"); }
  void finish(const ClaimedDelivery& held, const DeliveryOutcome& outcome) { queue_.finish(held, outcome, 24h * 5); }

  static DeliveryOutcome delivered() {
    return {.is_delivered = true, .http_status = 204, .reason = {}, .retry_in = {}};
  }
  static DeliveryOutcome failed(std::optional<std::chrono::milliseconds> retry_in = {}) {
    return {.http_status = 500, .reason = "answered 500", .retry_in = retry_in};
  }

  PostgresWebhookStore webhooks_{app_pool_};
  PostgresWebhookQueue queue_{worker_pool_};
};

TEST_F(PostgresWebhookTest, AnEventIsThereWithItsEffectOrNotAtAll) {
  make({"product.deleted"});
  upsert(start_import(org_), {row("p1", "One")});
  PostgresUnitOfWork unit(app_pool_);
  EXPECT_THROW(unit.run([&] {
    catalog_.delete_product(org_, only_product());
    throw Error(ErrorKind::internal, "after the effect");
  }),
               Error);
  EXPECT_EQ(events(), "");
  const auto product = only_product();
  catalog_.delete_product(org_, product);
  EXPECT_EQ(events(), "product.deleted");
  EXPECT_THAT(inspect("SELECT payload FROM webhook_events"), testing::HasSubstr(product.to_string()));
}

TEST_F(PostgresWebhookTest, NothingIsWrittenForNobody) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  make({"product.deleted"}, other);
  auto paused = make({"product.deleted"});
  paused.setup.paused = true;
  webhooks_.update(org_, paused.id, paused.setup);
  make({"import.failed"});
  upsert(start_import(org_), {row("p1", "One")});
  catalog_.delete_product(org_, only_product());
  EXPECT_EQ(events(), "");
}

TEST_F(PostgresWebhookTest, ManyProductsAreFewMessages) {
  make({"product.deleted"});
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 450; ++i) rows.push_back(row("p" + std::to_string(i), "Thing"));
  const auto import = start_import(org_);
  upsert(import, rows);
  EXPECT_EQ(PostgresFeedStore(app_pool_).remove_products(org_, import.source, 500).size(), 450u);
  EXPECT_EQ(inspect("SELECT count(*) FROM webhook_events"), "3");
  EXPECT_EQ(inspect("SELECT sum(json_array_length(payload::json -> 'data' -> 'products')) FROM webhook_events"), "450");
}

TEST_F(PostgresWebhookTest, ImportsTellHowTheyEnd) {
  make({"import.finished", "import.failed", "import.stopped", "import.cancelled"});
  const auto done = start_import(org_, "done");
  jobs_.complete_feed(*claim_one(Unit::fetch, JobKind::feed));
  jobs_.sweep();
  EXPECT_EQ(events(), "import.finished");
  imports_.finish_reading(org_, start_import(org_, "failed").id, "no feed");
  imports_.stop(org_, start_import(org_, "stopped").id, "so many?");
  imports_.cancel(org_, start_import(org_, "cancelled").id);
  EXPECT_EQ(events(), "import.finished import.failed import.stopped import.cancelled");
  EXPECT_EQ(inspect("SELECT payload::json -> 'data' ->> 'reason' FROM webhook_events WHERE type = 'import.stopped'"),
            "so many?");
  EXPECT_EQ(inspect("SELECT payload::json -> 'data' ->> 'import_id' FROM webhook_events LIMIT 1"), done.id.to_string());
}

TEST_F(PostgresWebhookTest, WorkThatIsGivenUpIsToldOnceInAWhile) {
  make({"dead_letters.appeared"});
  upsert(start_import(org_),
         {row_with_image("p1", "https://a.example/1.jpg"), row_with_image("p2", "https://a.example/2.jpg"),
          row_with_image("p3", "https://a.example/3.jpg")});
  for (const auto& job : claim_all(Unit::fetch))
    if (job.kind == JobKind::image) jobs_.fail(job, Stage::download, Error(ErrorKind::not_found, "404"), {});
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE state = 'dead'"), "3");
  EXPECT_EQ(events(), "dead_letters.appeared");
}

TEST_F(PostgresWebhookTest, APullThatFailsIsTold) {
  make({"feed.pull_failed"});
  FeedSetup setup;
  setup.name = "fetched";
  setup.url = "https://feeds.example/feed.tsv";
  PostgresFeedStore feeds(app_pool_);
  const auto feed = SourceId::generate();
  feeds.create(org_, feed, setup, {}, std::nullopt, 10);
  feeds.request_pull(org_, feed, std::nullopt);
  PostgresPullStore pulls(worker_pool_);
  const auto held = pulls.claim(60s).value();
  PullResult result;
  result.outcome = "failed";
  result.reason = "answered 404";
  pulls.finish(held, result, std::nullopt, 10);
  EXPECT_EQ(events(), "feed.pull_failed");
}

TEST_F(PostgresWebhookTest, AnEventGoesToEachWebhookThatWantsItOnce) {
  const auto first = make({"product.deleted"});
  const auto second = make({"product.deleted", "import.failed"});
  const auto third = make({"import.failed"});
  upsert(start_import(org_), {row("p1", "One")});
  catalog_.delete_product(org_, only_product());
  EXPECT_EQ(queue_.spread(10, 100), 1);
  EXPECT_EQ(queue_.spread(10, 100), 0);
  ASSERT_EQ(deliveries(first).size(), 1u);
  ASSERT_EQ(deliveries(second).size(), 1u);
  EXPECT_EQ(deliveries(third).size(), 0u);
  EXPECT_EQ(deliveries(first)[0].event_id, deliveries(second)[0].event_id);
  const auto one = claim(), other = claim();
  ASSERT_TRUE(one && other);
  EXPECT_NE(one->webhook_id, other->webhook_id);
  EXPECT_EQ(one->payload, other->payload);
  EXPECT_EQ(one->url, "https://shop.example/hook");
  EXPECT_THAT(one->sealed_secret, testing::ElementsAre(1, 2, 3));
  EXPECT_FALSE(claim());
}

TEST_F(PostgresWebhookTest, TriesAreCountedAndAnothersClaimIsRefused) {
  const auto webhook = make({"import.failed"});
  auto held = sending(webhook);
  EXPECT_EQ(held.tries, 1);
  finish(held, failed(0ms));
  EXPECT_EQ(deliveries(webhook)[0].state, "waiting");
  EXPECT_TRUE(webhooks_.webhook(org_, webhook.id).failing_since);
  EXPECT_ERROR(finish(held, delivered()), ErrorKind::conflict);
  held = claim().value();
  EXPECT_EQ(held.tries, 2);
  DeliveryOutcome broken_off = failed(0ms);
  broken_off.counts = false;
  finish(held, broken_off);
  held = claim().value();
  EXPECT_EQ(held.tries, 2);
  finish(held, delivered());
  EXPECT_EQ(deliveries(webhook)[0].state, "delivered");
  EXPECT_FALSE(webhooks_.webhook(org_, webhook.id).failing_since);
  EXPECT_FALSE(claim());
}

TEST_F(PostgresWebhookTest, ALeaseThatRanOutIsTakenOver) {
  const auto webhook = make({"import.failed"});
  webhooks_.send_test(org_, webhook.id);
  const auto dead = queue_.claim(0s, 10).value();
  EXPECT_FALSE(claim());
  EXPECT_EQ(queue_.reclaim(), 1);
  const auto held = claim().value();
  EXPECT_EQ(held.event_id, dead.event_id);
  EXPECT_EQ(held.tries, 2);
  EXPECT_ERROR(finish(dead, delivered()), ErrorKind::conflict);
}

TEST_F(PostgresWebhookTest, OneWebhookDoesNotTakeEveryPlace) {
  const auto busy = make({"import.failed"}), idle = make({"import.failed"});
  for (int i = 0; i < 5; ++i) webhooks_.send_test(org_, busy.id);
  EXPECT_EQ(claim(2)->webhook_id, busy.id);
  webhooks_.send_test(org_, idle.id);
  EXPECT_EQ(claim(2)->webhook_id, idle.id);
  EXPECT_EQ(claim(2)->webhook_id, busy.id);
  EXPECT_FALSE(claim(2));
}

TEST_F(PostgresWebhookTest, AFullQueueFailsAtOnceAndIsListed) {
  const auto webhook = make({"product.deleted"});
  upsert(start_import(org_), {row("p1", "One"), row("p2", "Two")});
  for (int i = 0; i < 2; ++i) {
    catalog_.delete_product(org_, only_product());
    queue_.spread(10, 1);
  }
  EXPECT_EQ(webhooks_.deliveries(org_, webhook.id, "waiting", std::nullopt, 10).deliveries.size(), 1u);
  const auto refused = webhooks_.deliveries(org_, webhook.id, "failed", std::nullopt, 10).deliveries;
  ASSERT_EQ(refused.size(), 1u);
  EXPECT_THAT(refused[0].reason, testing::HasSubstr("waiting"));
  EXPECT_EQ(webhooks_.redeliver(org_, webhook.id, refused[0].id).state, "waiting");
  EXPECT_ERROR(webhooks_.redeliver(org_, webhook.id, refused[0].id), ErrorKind::conflict);
}

TEST_F(PostgresWebhookTest, WhatFailsForTooLongOrIsGoneIsDisabledUntilItIsEnabled) {
  const auto webhook = make({"import.failed"});
  finish(sending(webhook), failed());
  EXPECT_FALSE(webhooks_.webhook(org_, webhook.id).disabled_at);
  inspect("UPDATE webhooks SET failing_since = now() - interval '6 days'");
  finish(sending(webhook), failed());
  EXPECT_THAT(webhooks_.webhook(org_, webhook.id).disabled_reason, testing::HasSubstr("too long"));
  EXPECT_ERROR(webhooks_.send_test(org_, webhook.id), ErrorKind::conflict);
  const auto enabled = webhooks_.update(org_, webhook.id, webhook.setup);
  EXPECT_FALSE(enabled.disabled_at || enabled.failing_since);
  auto gone = failed();
  gone.disables = true;
  gone.reason = "answered 410";
  finish(sending(webhook), gone);
  EXPECT_EQ(webhooks_.webhook(org_, webhook.id).disabled_reason, "answered 410");
}

TEST_F(PostgresWebhookTest, AFormerSecretSignsUntilItsTimeIsUp) {
  const auto webhook = make({"import.failed"});
  EXPECT_TRUE(webhooks_.replace_secret(org_, webhook.id, {9}, 1h).former_secret_until);
  auto held = sending(webhook);
  EXPECT_THAT(held.sealed_secret, testing::ElementsAre(9));
  EXPECT_THAT(held.sealed_former_secret, testing::ElementsAre(1, 2, 3));
  inspect("UPDATE webhooks SET former_secret_until = now() - interval '1 second'");
  EXPECT_THAT(sending(webhook).sealed_former_secret, testing::IsEmpty());
  EXPECT_FALSE(webhooks_.webhook(org_, webhook.id).former_secret_until);
}

TEST_F(PostgresWebhookTest, OldEventsGoWithTheirDeliveries) {
  const auto webhook = make({"import.failed"});
  finish(sending(webhook), delivered());
  webhooks_.send_test(org_, webhook.id);
  inspect(
      "UPDATE webhook_events SET created_at = now() - interval '31 days' WHERE id = (SELECT min(id::text)::uuid FROM "
      "webhook_events)");
  EXPECT_EQ(queue_.forget(24h * 30, 10), 1);
  EXPECT_EQ(deliveries(webhook).size(), 1u);
}

TEST_F(PostgresWebhookTest, ThereIsABoundOnWebhooksAndNoneOfADeletedOneIsLeft) {
  for (int i = 0; i < 10; ++i) make({"import.failed"});
  EXPECT_ERROR(make({"import.failed"}), ErrorKind::forbidden);
  const auto page = webhooks_.webhooks(org_, std::nullopt, 3);
  ASSERT_EQ(page.webhooks.size(), 3u);
  const auto id = page.webhooks[0].id;
  EXPECT_EQ(webhooks_.webhooks(org_, page.next_after, 20).webhooks.size(), 7u);
  webhooks_.send_test(org_, id);
  webhooks_.remove(org_, id);
  EXPECT_ERROR(webhooks_.webhook(org_, id), ErrorKind::not_found);
  EXPECT_EQ(inspect("SELECT count(*) FROM webhook_deliveries"), "0");
}

TEST_F(PostgresWebhookTest, AnOrgThatIsErasedTellsNobodyAndLeavesNothing) {
  const auto webhook = make({"product.deleted", "import.cancelled"});
  upsert(start_import(org_), {row("p1", "One")});
  webhooks_.send_test(org_, webhook.id);
  org_operations_.request_erasure(org_, "acme", "operator");
  EXPECT_FALSE(claim());
  const auto held = org_operations_.claim(60s).value();
  while (eraser_.erase_rows(held, 3) > 0) continue;
  EXPECT_EQ(inspect("SELECT (SELECT count(*) FROM webhooks) + (SELECT count(*) FROM webhook_events)"
                    " + (SELECT count(*) FROM webhook_deliveries)"),
            "0");
}

}  // namespace
}  // namespace likeness::test
