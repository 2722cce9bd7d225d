#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/pull_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

class PostgresFeedTest : public PostgresTest {
 protected:
  static FeedSetup setup_of(const std::string& name) {
    FeedSetup setup;
    setup.name = name;
    setup.url = "https://feeds.example/" + name + ".tsv";
    setup.mapping = {{"Produktname", "title"}, {"a \"quoted\", column", "price"}};
    setup.schedule = {"0 6 * * *", "Europe/Berlin"};
    return setup;
  }
  SourceId create(const std::string& name, const Bytes& sealed = {}, const std::string& kind = "none") {
    const auto id = SourceId::generate();
    auto setup = setup_of(name);
    setup.credentials_kind = kind;
    feeds_.create(org_, id, setup, sealed, now() + 1h, 100);
    return id;
  }
  ClaimedPull claim_new(SourceId feed) {
    feeds_.request_pull(org_, feed, std::nullopt);
    return pulls_.claim(60s).value();
  }
  void make_due() { inspect("UPDATE feed_pulls SET run_after = now() - interval '1 s'"); }

  PostgresFeedStore feeds_{app_pool_};
  PostgresFeedStore worker_feeds_{worker_pool_};
  PostgresPullStore pulls_{worker_pool_};
};

TEST_F(PostgresFeedTest, KeepsASetupAsItWasGiven) {
  const auto id = create("main", {1, 2, 0xff}, "basic");
  const auto feed = feeds_.feed(org_, id);
  const auto wanted = setup_of("main");
  EXPECT_EQ(feed.setup.name, "main");
  EXPECT_EQ(feed.setup.url, wanted.url);
  EXPECT_EQ(feed.setup.mapping, wanted.mapping);
  EXPECT_EQ(feed.setup.schedule->cron, "0 6 * * *");
  EXPECT_EQ(feed.setup.schedule->time_zone, "Europe/Berlin");
  EXPECT_EQ(feed.setup.credentials_kind, "basic");
  EXPECT_TRUE(feed.next_pull_at);
  EXPECT_ERROR(create("main"), ErrorKind::conflict);
  EXPECT_ERROR(feeds_.feed(org_, SourceId::generate()), ErrorKind::not_found);
  EXPECT_ERROR(feeds_.create(org_, SourceId::generate(), setup_of("one too many"), {}, now(), 1), ErrorKind::conflict);
  EXPECT_EQ(claim_new(id).sealed_credentials, (Bytes{1, 2, 0xff}));
}

TEST_F(PostgresFeedTest, PagesHoldEverySourceOnce) {
  const auto import = start_import(org_, "uploaded");
  std::vector<SourceId> created{import.source};
  for (const char* name : {"a", "b", "c"}) created.push_back(create(name));
  const auto first = feeds_.feeds(org_, std::nullopt, 2);
  ASSERT_THAT(first.feeds, SizeIs(2));
  const auto second = feeds_.feeds(org_, first.next_after, 2);
  EXPECT_FALSE(second.next_after);
  std::vector<SourceId> seen;
  for (const auto* page : {&first, &second})
    for (const auto& feed : page->feeds) seen.push_back(feed.id);
  EXPECT_THAT(seen, testing::UnorderedElementsAreArray(created));
  EXPECT_EQ(feeds_.feed(org_, import.source).setup.url, "");
  EXPECT_ERROR(feeds_.request_pull(org_, import.source, std::nullopt), ErrorKind::conflict);
}

TEST_F(PostgresFeedTest, AChangeOfWhatIsReadForgetsTheKnownVersion) {
  const auto id = create("main");
  pulls_.finish(claim_new(id), {.outcome = "unchanged"}, FeedVersion{"\"1\"", "yesterday", "ab"}, 10);
  auto setup = feeds_.feed(org_, id).setup;
  setup.schedule = {"@hourly", "UTC"};
  feeds_.update(org_, id, setup, std::nullopt, now() + 1h);
  auto claimed = claim_new(id);
  EXPECT_EQ(claimed.known.etag, "\"1\"");
  EXPECT_EQ(claimed.known.content_sha256, "ab");
  pulls_.finish(claimed, {.outcome = "unchanged"}, std::nullopt, 10);
  setup.mapping.clear();
  feeds_.update(org_, id, setup, std::nullopt, now() + 1h);
  claimed = claim_new(id);
  EXPECT_EQ(claimed.known.etag, "");
  EXPECT_EQ(claimed.known.content_sha256, "");
}

TEST_F(PostgresFeedTest, AnImportThatFailedMakesTheNextPullReadAgain) {
  const auto id = create("main");
  const auto import = start_import(org_, "main");
  pulls_.finish(claim_new(id), {.outcome = "imported", .import_id = import.id}, FeedVersion{"\"1\"", "", "ab"}, 10);
  worker_imports_.finish_reading(org_, import.id, "there is no column title");
  EXPECT_EQ(claim_new(id).known.etag, "");
}

TEST_F(PostgresFeedTest, CredentialsStayUntilOthersAreGiven) {
  const auto id = create("main", {7}, "bearer");
  auto setup = feeds_.feed(org_, id).setup;
  feeds_.update(org_, id, setup, std::nullopt, now() + 1h);
  EXPECT_EQ(feeds_.feed(org_, id).setup.credentials_kind, "bearer");
  setup.credentials_kind = "none";
  feeds_.update(org_, id, setup, Bytes{}, now() + 1h);
  EXPECT_EQ(feeds_.feed(org_, id).setup.credentials_kind, "none");
  EXPECT_THAT(claim_new(id).sealed_credentials, IsEmpty());
}

TEST_F(PostgresFeedTest, OnePullOfAFeedAtATime) {
  const auto id = create("main");
  feeds_.request_pull(org_, id, std::nullopt);
  EXPECT_ERROR(feeds_.request_pull(org_, id, std::nullopt), ErrorKind::conflict);
  const auto claimed = pulls_.claim(60s);
  ASSERT_TRUE(claimed);
  EXPECT_FALSE(pulls_.claim(60s)) << "somebody holds it";
  EXPECT_ERROR(feeds_.request_pull(org_, id, std::nullopt), ErrorKind::conflict);
  EXPECT_ERROR(feeds_.remove(org_, id), ErrorKind::conflict);
  auto renamed = feeds_.feed(org_, id).setup;
  renamed.name = "other";
  EXPECT_ERROR(feeds_.update(org_, id, renamed, std::nullopt, std::nullopt), ErrorKind::conflict);
  pulls_.finish(*claimed, {.outcome = "failed", .reason = "no"}, std::nullopt, 10);
  EXPECT_NO_THROW(feeds_.request_pull(org_, id, std::nullopt));
}

TEST_F(PostgresFeedTest, AScheduledTimeIsPulledOnceAndSkippedWhileOneIsUnderWay) {
  const auto id = create("main");
  const auto six = parse_iso8601("2026-03-01T06:00Z").value(), seven = six + 1h;
  const auto first = worker_feeds_.request_pull(org_, id, six);
  EXPECT_EQ(worker_feeds_.request_pull(org_, id, six), first) << "asked twice for one time";
  const auto second = worker_feeds_.request_pull(org_, id, seven);
  EXPECT_EQ(feeds_.pull(org_, second).result.outcome, "skipped");
  pulls_.finish(pulls_.claim(60s).value(), {.outcome = "unchanged"}, std::nullopt, 10);
  EXPECT_EQ(worker_feeds_.request_pull(org_, id, six), first) << "asked again after it is done";
  EXPECT_EQ(worker_feeds_.request_pull(org_, id, seven), second);
  EXPECT_EQ(inspect("SELECT count(*) FROM feed_pulls"), "2");
  EXPECT_EQ(inspect("SELECT count(*) FROM feed_pulls WHERE state <> 'done'"), "0");
}

TEST_F(PostgresFeedTest, ThePullOfADeadWorkerIsTakenOver) {
  const auto id = create("main");
  feeds_.request_pull(org_, id, std::nullopt);
  const auto dead = pulls_.claim(1s).value();
  inspect("UPDATE feed_pulls SET lease_until = now() - interval '1 s'");
  const auto heir = pulls_.claim(60s).value();
  EXPECT_EQ(heir.id, dead.id);
  EXPECT_EQ(heir.tries, 2);
  EXPECT_ERROR(pulls_.heartbeat(dead, 60s), ErrorKind::conflict);
  EXPECT_ERROR(pulls_.finish(dead, {.outcome = "unchanged"}, std::nullopt, 10), ErrorKind::conflict);
  pulls_.heartbeat(heir, 60s);
  pulls_.postpone(heir, {.outcome = "", .reason = "the server stops"}, 0ms, false);
  make_due();
  const auto again = pulls_.claim(60s).value();
  EXPECT_EQ(again.tries, 2) << "what we cut short ourselves does not count";
  EXPECT_ERROR(pulls_.heartbeat(heir, 60s), ErrorKind::conflict);  // though the number of tries is the same
  pulls_.postpone(again, {.outcome = "", .reason = "503", .http_status = 503}, 1h, true);
  EXPECT_FALSE(pulls_.claim(60s)) << "it waits";
  EXPECT_EQ(feeds_.pull(org_, again.id).result.http_status, 503);
}

TEST_F(PostgresFeedTest, WhatAnEarlierTryImportedIsFound) {
  const auto id = create("main");
  const auto claimed = claim_new(id);
  EXPECT_FALSE(pulls_.import_of(claimed, "feeds/1"));
  const auto import = start_import(org_, "main");
  EXPECT_EQ(pulls_.import_of(claimed, "feeds/1"), import.id);
}

TEST_F(PostgresFeedTest, HistoryIsNewestFirstInPagesAndBounded) {
  const auto id = create("main");
  const auto import = start_import(org_, "main");
  worker_imports_.record_rows(org_, import.id,
                              {.rows_read = 12, .rows_broken = 2, .products_created = 7, .products_changed = 3});
  for (int i = 0; i < 5; ++i)
    pulls_.finish(claim_new(id),
                  {.outcome = "imported", .http_status = 200, .bytes = 100 + i, .seconds = 1.5, .import_id = import.id},
                  std::nullopt, 3);
  const auto page = feeds_.pulls(org_, id, std::nullopt, 2);
  ASSERT_THAT(page.pulls, SizeIs(2));
  EXPECT_EQ(page.pulls[0].result.bytes, 104);
  EXPECT_EQ(page.pulls[0].rows_read, 12);
  EXPECT_EQ(page.pulls[0].rows_broken, 2);
  EXPECT_EQ(page.pulls[0].products_created, 7);
  EXPECT_EQ(page.pulls[0].products_changed, 3);
  const auto rest = feeds_.pulls(org_, id, page.next_after, 2);
  ASSERT_THAT(rest.pulls, SizeIs(1)) << "three are kept";
  EXPECT_EQ(rest.pulls[0].result.bytes, 102);
  EXPECT_FALSE(rest.next_after);
}

TEST_F(PostgresFeedTest, IsRemovedOnlyWithoutItsProducts) {
  const auto id = create("main");
  const auto import = start_import(org_, "main");
  upsert(import, {row("p1", "One"), row("p2", "Two"), row("p3", "Three")});
  EXPECT_ERROR(feeds_.remove(org_, id), ErrorKind::conflict);
  EXPECT_EQ(feeds_.count_products(org_, id), 3);
  EXPECT_THAT(feeds_.remove_products(org_, id, 2), SizeIs(2));
  EXPECT_THAT(feeds_.remove_products(org_, id, 2), SizeIs(1));
  EXPECT_THAT(feeds_.remove_products(org_, id, 2), IsEmpty());
  EXPECT_ERROR(feeds_.remove(org_, id), ErrorKind::conflict);  // its import is being read
  worker_imports_.finish_reading(org_, import.id, "stopped");
  feeds_.remove(org_, id);
  for (const char* table : {"sources", "schedules", "feed_pulls", "imports", "jobs"})
    EXPECT_EQ(inspect(std::string("SELECT count(*) FROM ") + table), "0") << table;
}

TEST_F(PostgresFeedTest, AnotherOrgSeesAndChangesNothing) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto id = create("main");
  const auto pull = feeds_.request_pull(org_, id, std::nullopt);
  for (const char* table : {"sources", "schedules", "feed_pulls"})
    inspect(std::string("ALTER TABLE ") + table + " DISABLE ROW LEVEL SECURITY");
  EXPECT_ERROR(feeds_.feed(other, id), ErrorKind::not_found);
  EXPECT_THAT(feeds_.feeds(other, std::nullopt, 10).feeds, IsEmpty());
  EXPECT_ERROR(feeds_.update(other, id, setup_of("x"), std::nullopt, std::nullopt), ErrorKind::not_found);
  EXPECT_ERROR(feeds_.remove(other, id), ErrorKind::not_found);
  EXPECT_ERROR(feeds_.request_pull(other, id, std::nullopt), ErrorKind::not_found);
  EXPECT_ERROR(feeds_.pull(other, pull), ErrorKind::not_found);
  EXPECT_ERROR(feeds_.pulls(other, id, std::nullopt, 10), ErrorKind::not_found);
  EXPECT_THAT(feeds_.remove_products(other, id, 10), IsEmpty());
}

}  // namespace
}  // namespace likeness::test
