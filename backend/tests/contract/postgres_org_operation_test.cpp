#include <nlohmann/json.hpp>

#include "adapters/postgres/org_export_source.hpp"
#include "adapters/postgres/webhook_store.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

class PostgresOrgOperationTest : public PostgresTest {
 protected:
  std::string quoted(OrgId org) const { return "'" + org.uuid.to_string() + "'"; }

  OrgId other_ = identity_.create_org("other", "Other", "EUR").id;
};

TEST_F(PostgresOrgOperationTest, OneExportRunsAtATimeAndIsSeenByItsOrgAlone) {
  const auto made = org_operations_.request_export(org_, "operator");
  EXPECT_ERROR(org_operations_.request_export(org_, "operator"), ErrorKind::conflict);
  EXPECT_NO_THROW(org_operations_.request_export(other_, "operator"));
  EXPECT_ERROR(org_operations_.operation(other_, OrgOperationKind::export_archive, made.id), ErrorKind::not_found);
  EXPECT_ERROR(org_operations_.operation(org_, OrgOperationKind::clone, made.id), ErrorKind::not_found);
  EXPECT_EQ(org_operations_.operations(org_, OrgOperationKind::export_archive, {}, 10).operations.size(), 1u);
}

TEST_F(PostgresOrgOperationTest, WhatADeadWorkerHeldIsClaimedAgainAndNoLongerItsOwn) {
  org_operations_.request_export(org_, "operator");
  const auto first = org_operations_.claim(seconds(0)).value();
  EXPECT_EQ(first.operation.org_id, org_);
  const auto second = org_operations_.claim(seconds(60)).value();
  EXPECT_EQ(second.operation.id, first.operation.id);
  EXPECT_EQ(second.operation.tries, 2);
  EXPECT_ERROR(org_operations_.report_progress(first, {"writing", 1, 2}, seconds(60)), ErrorKind::conflict);
  EXPECT_ERROR(org_operations_.finish(first, "{}", std::nullopt), ErrorKind::conflict);
  org_operations_.report_progress(second, {"writing", 1, 2}, seconds(60));
  EXPECT_FALSE(org_operations_.claim(seconds(60)));
  const auto seen = org_operations_.operation(org_, OrgOperationKind::export_archive, first.operation.id);
  EXPECT_EQ(seen.progress.step, "writing");
  EXPECT_EQ(seen.progress.done, 1);
}

TEST_F(PostgresOrgOperationTest, APostponedOneComesBackWithItsReason) {
  const auto made = org_operations_.request_export(org_, "operator");
  org_operations_.postpone(org_operations_.claim(seconds(60)).value(), "the disk is full", seconds(3600));
  EXPECT_FALSE(org_operations_.claim(seconds(60)));
  const auto seen = org_operations_.operation(org_, OrgOperationKind::export_archive, made.id);
  EXPECT_EQ(seen.state, "queued");
  EXPECT_EQ(seen.failure, "the disk is full");
  inspect("UPDATE org_operations SET run_after = now()");
  org_operations_.fail(org_operations_.claim(seconds(60)).value(), "given up");
  EXPECT_EQ(org_operations_.operation(org_, OrgOperationKind::export_archive, made.id).state, "failed");
  EXPECT_NO_THROW(org_operations_.request_export(org_, "operator"));
}

TEST_F(PostgresOrgOperationTest, AnArchivesTimeEnds) {
  const auto made = org_operations_.request_export(org_, "operator");
  org_operations_.finish(org_operations_.claim(seconds(60)).value(), R"({"bytes": 7})", now() - seconds(1));
  const auto expired = org_operations_.expired_exports(10);
  ASSERT_EQ(expired.size(), 1u);
  EXPECT_EQ(expired[0].id, made.id);
  org_operations_.mark_expired(expired[0]);
  EXPECT_EQ(org_operations_.operation(org_, OrgOperationKind::export_archive, made.id).state, "expired");
  EXPECT_THAT(org_operations_.expired_exports(10), testing::IsEmpty());
}

TEST_F(PostgresOrgOperationTest, AnArchivesLinesAreThoseOfTheDatabaseWithoutSecrets) {
  PostgresOrgExportSource source(app_pool_);
  const auto import = start_import(org_);
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 7; ++i) rows.push_back(row_with_image("p" + std::to_string(i), "https://cdn.example/1.jpg"));
  upsert(import, rows);
  upsert(other_, start_import(other_), {row_with_image("q", "https://cdn.example/2.jpg")});
  inspect("UPDATE images SET content_sha256 = 'aa'");
  inspect("UPDATE sources SET credentials_kind = 'bearer', credentials_sealed = '\\x736563726574'");
  imports_.add_faults(org_, import.id,
                      std::vector{ImportFault{.line = 3, .field = "price", .value = "x", .reason = "bad"}});
  identity_.create_user(org_, "ann@example.com", "hash-of-ann", "owner");

  PostgresWebhookStore(app_pool_).create(org_, WebhookId::generate(),
                                         {.url = "https://shop.example/", .event_types = {"import.failed"}},
                                         {0x73, 0x65, 0x63, 0x72, 0x65, 0x74}, "operator", 5);

  std::map<std::string, long> counts;
  std::string text;
  for (const auto& part : source.parts())
    for (std::optional<std::string> after = ""; after;) {
      const auto page = source.page(org_, part, *after, 3);
      for (const auto& [name, count] : page.counts) counts[name] += count;
      for (const auto& line : page.lines) {
        EXPECT_TRUE(nlohmann::json::accept(line));
        text += line + "\n";
      }
      after = page.next_after;
    }
  for (const auto& [name, table] : std::map<std::string, std::string>{{"products", "products"},
                                                                      {"variants", "variants"},
                                                                      {"images", "images"},
                                                                      {"feeds", "sources"},
                                                                      {"members", "memberships"},
                                                                      {"imports", "imports"},
                                                                      {"import_faults", "import_faults"},
                                                                      {"webhooks", "webhooks"}})
    EXPECT_EQ(std::to_string(counts.at(name)),
              inspect("SELECT count(*) FROM " + table + " WHERE org_id = " + quoted(org_)))
        << name;
  EXPECT_EQ(source.photos_after(org_, "", 10), std::vector<std::string>{"aa"});
  EXPECT_THAT(text, testing::HasSubstr("ann@example.com"));
  for (const auto* secret : {"736563726574", "hash-of-ann", "feeds/1"})
    EXPECT_THAT(text, testing::Not(testing::HasSubstr(secret)));
  EXPECT_EQ(source.count(org_), 7 + 1 + 1 + 1 + 1 + 1 + 1);
}

TEST_F(PostgresOrgOperationTest, RenamingIsHeldToShortNamesAndPrices) {
  EXPECT_EQ(identity_.update_org(org_, {.slug = "acme-2", .name = "Acme Two", .currency = {}}).name, "Acme Two");
  EXPECT_EQ(identity_.org_by_slug("acme-2")->id, org_);
  EXPECT_FALSE(identity_.org_by_slug("acme"));
  EXPECT_ERROR(identity_.update_org(org_, {.slug = "other", .name = {}, .currency = {}}), ErrorKind::conflict);
  EXPECT_EQ(identity_.update_org(org_, {.slug = {}, .name = {}, .currency = "EUR"}).currency, "EUR");
  upsert(start_import(org_), {row("p", "Thing")});
  EXPECT_ERROR(identity_.update_org(org_, {.slug = {}, .name = {}, .currency = "USD"}), ErrorKind::conflict);
  EXPECT_EQ(identity_.update_org(org_, {.slug = {}, .name = "Acme", .currency = "EUR"}).name, "Acme");
  EXPECT_ERROR(identity_.update_org(OrgId::generate(), {}), ErrorKind::not_found);
}

}  // namespace
}  // namespace likeness::test
