#include <algorithm>

#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/webhook_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

/// One org with a row in every table, and another org beside it.
class PostgresTenancyTest : public PostgresTest {
 protected:
  PostgresTenancyTest() : other_(identity_.create_org("other", "Other", "EUR").id) {
    identity_.create_user(org_, "ann@example.com", "hash", "owner");
    import_ = start_import(org_);
    upsert(import_, {row_with_image("p1", "photos/1.jpg")});
    imports_.add_faults(org_, import_.id, std::vector<ImportFault>{{3, "price", "x", "is not a number"}});
    imports_.keep_ids(org_, import_.id, std::vector<std::string>{"broken"});
    worker_catalog_.preview_rows(org_, import_.source, import_.id, std::vector{row("p2", "Title")});
    ledger_.note(org_, "aa");
    imports_.accept_file(org_, import_.id, "photos/1.jpg", "aa");
    const auto job = claim_one(Unit::understand, JobKind::image);
    jobs_.complete_image(*job, understood(1));
    image_ = *job->image_id;
    product_ = only_product();
    query_image_.id = QueryImageId::generate();
    query_image_.principal = "shopper";
    query_image_.object_key = "q/1";
    query_image_.expires_at = now() + std::chrono::hours(1);
    query_image_.regions = {{RegionId::generate(), {0, 0, 0.5, 0.5}, "shoe", 0.8}};
    query_images_.create(org_, query_image_);
    FeedSetup setup;
    setup.name = "fetched";
    setup.url = "https://feeds.example/feed.tsv";
    setup.schedule = {"@daily", "UTC"};
    PostgresFeedStore feeds(app_pool_);
    const auto feed = SourceId::generate();
    feeds.create(org_, feed, setup, {}, now() + std::chrono::hours(1), 10);
    feeds.request_pull(org_, feed, std::nullopt);
    webhook_ = WebhookId::generate();
    webhooks_.create(org_, webhook_, {.url = "https://shop.example/", .event_types = {"import.failed"}}, {1},
                     "operator", 5);
    delivery_ = webhooks_.send_test(org_, webhook_).id;
  }

  long visible(const std::string& role, const std::string& table, const std::string& org) {
    pqxx::connection connection(PostgresCluster::instance().url(role, database_));
    pqxx::work work(connection);
    if (!org.empty()) work.exec_params("SELECT set_config('app.org', $1, true)", org);
    return work.exec1("SELECT count(*) FROM " + table)[0].as<long>();
  }

  std::vector<std::string> names(const std::string& statement) {
    pqxx::connection connection(PostgresCluster::instance().url("postgres", database_));
    pqxx::work work(connection);
    std::vector<std::string> names;
    for (const auto& row : work.exec(statement)) names.emplace_back(row[0].c_str());
    return names;
  }
  /// Every table with rows of orgs, as the database itself knows them; `condition` is about c, a row of pg_class.
  std::vector<std::string> org_tables(const std::string& condition = "true") {
    return names(
        "SELECT c.relname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'org_id'"
        " WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND " +
        condition + " ORDER BY 1");
  }
  std::vector<std::string> org_tables_that(const std::string& role, const std::string& privilege) {
    return org_tables("has_table_privilege('" + role + "', c.oid, '" + privilege + "')");
  }
  /// Gives each table that has no row one of the org with made-up values, so that a table which somebody adds is tried
  /// without being named here. The database's own checks are lifted for it.
  void fill_empty_tables() {
    for (const auto& table : org_tables()) {
      if (inspect("SELECT count(*) FROM " + table) != "0") continue;
      for (const auto& check :
           names("SELECT quote_ident(conname) FROM pg_constraint WHERE contype = 'c' AND conrelid = '" + table +
                 "'::regclass"))
        inspect("ALTER TABLE " + table + " DROP CONSTRAINT " + check);
      inspect("SET session_replication_role = replica; " + made_up_row(table));
    }
  }
  std::string made_up_row(const std::string& table) {
    return inspect(R"(
        SELECT format('INSERT INTO %I (%s) VALUES (%s)', c.relname, string_agg(quote_ident(a.attname), ', '),
                      string_agg(CASE WHEN a.attname = 'org_id' THEN quote_literal(')" +
                   org_.uuid.to_string() + R"(')
                                      WHEN t.typname = 'uuid' THEN 'gen_random_uuid()'
                                      WHEN t.typname IN ('timestamptz', 'date') THEN 'now()'
                                      WHEN t.typcategory = 'A' OR t.typname = 'jsonb' THEN quote_literal('{}')
                                      WHEN t.typcategory = 'B' THEN 'false'
                                      ELSE quote_literal('1') END, ', '))
          FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid JOIN pg_type AS t ON t.oid = a.atttypid
         WHERE c.oid = ')" +
                   table + R"('::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
           AND (NOT a.atthasdef OR a.attname = 'org_id') GROUP BY c.relname)");
  }

  OrgId other_;
  StartedImport import_;
  ImageId image_;
  ProductId product_;
  QueryImage query_image_;
  PostgresWebhookStore webhooks_{app_pool_};
  WebhookId webhook_;
  DeliveryId delivery_;
};

TEST_F(PostgresTenancyTest, RowSecurityAloneShowsAnOrgToNobodyElse) {
  fill_empty_tables();
  const auto ours = org_.uuid.to_string();
  const auto theirs = other_.uuid.to_string();
  for (const auto& table : org_tables_that("likeness_app", "SELECT")) {
    EXPECT_GT(visible("likeness_app", table, ours), 0) << table;
    EXPECT_EQ(visible("likeness_app", table, ""), 0) << table;
    EXPECT_EQ(visible("likeness_app", table, theirs), 0) << table;
  }
  for (const auto& table : org_tables()) {
    EXPECT_EQ(visible("likeness_owner", table, ""), 0) << table;
    EXPECT_EQ(visible("likeness_owner", table, theirs), 0) << table;
  }
  const auto swept = org_tables(
      "EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND 'likeness_worker'::regrole = ANY (p.polroles))");
  for (const auto& table : org_tables_that("likeness_worker", "SELECT")) {
    EXPECT_GT(visible("likeness_worker", table, ours), 0) << table;
    if (std::ranges::find(swept, table) != swept.end()) continue;
    EXPECT_EQ(visible("likeness_worker", table, ""), 0) << table;
    EXPECT_EQ(visible("likeness_worker", table, theirs), 0) << table;
  }
}

TEST_F(PostgresTenancyTest, NoRowIsChangedRemovedOrGivenAwayByAnotherOrg) {
  fill_empty_tables();
  const auto attempt = [&](const std::string& org, const std::string& statement) -> std::string {
    pqxx::connection connection(PostgresCluster::instance().url("likeness_app", database_));
    pqxx::work work(connection);
    work.exec_params("SELECT set_config('app.org', $1, true)", org);
    try {
      return std::to_string(work.exec(statement).affected_rows());
    } catch (const pqxx::insufficient_privilege& refusal) {
      return refusal.what();
    }
  };
  const auto ours = org_.uuid.to_string();
  const auto theirs = other_.uuid.to_string();
  for (const auto& table : org_tables_that("likeness_app", "DELETE"))
    EXPECT_EQ(attempt(theirs, "DELETE FROM " + table), "0") << table;
  for (const auto& table : org_tables_that("likeness_app", "UPDATE")) {
    EXPECT_EQ(attempt(theirs, "UPDATE " + table + " SET org_id = org_id"), "0") << table;
    EXPECT_THAT(attempt(ours, "UPDATE " + table + " SET org_id = '" + theirs + "'"),
                testing::HasSubstr("violates row-level security policy for table \"" + table));
  }
}

TEST_F(PostgresTenancyTest, TheSettingEndsWithTheTransaction) {
  pqxx::connection connection(PostgresCluster::instance().url("likeness_app", database_));
  {
    pqxx::work work(connection);
    work.exec_params("SELECT set_config('app.org', $1, true)", org_.uuid.to_string());
    work.commit();
  }
  pqxx::work work(connection);
  EXPECT_EQ(work.exec1("SELECT count(*) FROM products")[0].as<int>(), 0);
}

TEST_F(PostgresTenancyTest, RowSecurityRefusesRowsOfAnotherOrg) {
  pqxx::connection connection(PostgresCluster::instance().url("likeness_app", database_));
  pqxx::work work(connection);
  work.exec_params("SELECT set_config('app.org', $1, true)", other_.uuid.to_string());
  EXPECT_THROW(work.exec_params("INSERT INTO sources (org_id, id, name) VALUES ($1, $2, 'x')", org_.uuid.to_string(),
                                Uuid::generate().to_string()),
               pqxx::sql_error);
}

TEST_F(PostgresTenancyTest, TheProgramsOwnChecksAloneShowNothingEither) {
  // Without row-level security, only the conditions in the statements are left.
  for (const auto& table : org_tables()) inspect("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
  const auto products = std::vector{product_};
  EXPECT_ERROR(catalog_.product(other_, product_), ErrorKind::not_found);
  EXPECT_ERROR(catalog_.image(other_, image_), ErrorKind::not_found);
  EXPECT_ERROR(catalog_.delete_product(other_, product_), ErrorKind::not_found);
  EXPECT_THAT(catalog_.products(other_, std::nullopt, 10).products, testing::IsEmpty());
  EXPECT_THAT(catalog_.products_by_id(other_, products), testing::IsEmpty());
  EXPECT_THAT(catalog_.cover_images(other_, products), testing::ElementsAre(std::nullopt));
  EXPECT_THAT(catalog_.filter_columns(other_, products), testing::IsEmpty());
  EXPECT_THAT(catalog_.filter_columns_after(other_, std::nullopt, 10), testing::IsEmpty());
  EXPECT_THAT(catalog_.match_text(other_, "thing", {}, 10).full_text, testing::IsEmpty());
  EXPECT_THAT(catalog_.match_text(other_, "thing", {}, 10).trigram, testing::IsEmpty());
  EXPECT_THAT(catalog_.facets(other_, products, std::vector<std::string>{"brand"}, 10)[0].values, testing::IsEmpty());
  EXPECT_ERROR(imports_.import(other_, import_.id), ErrorKind::not_found);
  EXPECT_THAT(imports_.imports(other_, std::nullopt, 10).imports, testing::IsEmpty());
  EXPECT_ERROR(imports_.faults(other_, import_.id, "", 10), ErrorKind::not_found);
  EXPECT_ERROR(imports_.wanted_files(other_, import_.id, "", 10), ErrorKind::not_found);
  EXPECT_ERROR(query_images_.get(other_, query_image_.id, "shopper"), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.webhook(other_, webhook_), ErrorKind::not_found);
  EXPECT_THAT(webhooks_.webhooks(other_, std::nullopt, 10).webhooks, testing::IsEmpty());
  EXPECT_ERROR(webhooks_.update(other_, webhook_, {.event_types = {"x"}}), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.replace_secret(other_, webhook_, {2}, std::chrono::hours(1)), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.deliveries(other_, webhook_, "", std::nullopt, 10), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.send_test(other_, webhook_), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.redeliver(other_, webhook_, delivery_), ErrorKind::not_found);
  EXPECT_ERROR(webhooks_.remove(other_, webhook_), ErrorKind::not_found);
  EXPECT_EQ(embeddings_.count(other_, {"tiny", 1}), 0);
  EXPECT_THAT(embeddings_.vectors_after(other_, {"tiny", 1}, {}, 10), testing::IsEmpty());
  EXPECT_EQ(embeddings_.product_vector(other_, product_, {"tiny", 1}), std::nullopt);
}

TEST_F(PostgresTenancyTest, DeletingAnOrgLeavesNoRowOfItAnywhere) {
  identity_.create_user(other_, "bob@example.com", "hash", "owner");
  const auto both = identity_.create_user(org_, "both@example.com", "hash", "viewer");
  identity_.create_user(other_, "both@example.com", "hash", "viewer");
  erase(org_, "acme");
  for (const auto& table : org_tables())
    EXPECT_EQ(inspect("SELECT count(*) FROM " + table + " WHERE org_id = '" + org_.uuid.to_string() + "'"), "0")
        << table;
  EXPECT_FALSE(identity_.org(org_));
  EXPECT_FALSE(identity_.user_by_email("ann@example.com"));
  EXPECT_TRUE(identity_.user_by_email("bob@example.com"));
  EXPECT_EQ(identity_.memberships(both).size(), 1u);
  EXPECT_ERROR(org_operations_.request_erasure(org_, "acme", "operator"), ErrorKind::not_found);
}

TEST_F(PostgresTenancyTest, CascadesAloneRemoveAnOrgToo) {
  inspect("DELETE FROM orgs WHERE id = '" + org_.uuid.to_string() + "'");
  for (const auto& table : org_tables())
    EXPECT_EQ(inspect("SELECT count(*) FROM " + table + " WHERE org_id = '" + org_.uuid.to_string() + "'"), "0")
        << table;
}

}  // namespace
}  // namespace likeness::test
