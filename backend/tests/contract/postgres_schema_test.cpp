#include <algorithm>

#include "adapters/postgres/migrations.hpp"
#include "adapters/postgres/role_check.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresSchemaTest : public PostgresTest {
 protected:
  std::string url(const std::string& role) const { return PostgresCluster::instance().url(role, database_); }
};

TEST_F(PostgresSchemaTest, EveryTableOfAnOrgHasForcedRowSecurityWithCheck) {
  EXPECT_EQ(inspect("SELECT count(*) FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid"
                    " WHERE c.relkind = 'r' AND a.attname = 'org_id' AND c.relnamespace = 'public'::regnamespace"),
            "31");
  EXPECT_EQ(inspect(R"(
      SELECT string_agg(c.relname, ', ') FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'p') AND a.attname = 'org_id' AND c.relnamespace = 'public'::regnamespace
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                  AND EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polname = 'org_isolation'
                                 AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL AND p.polcmd = '*'
                                 AND p.polroles = '{0}')))"),
            "");
}

TEST_F(PostgresSchemaTest, OnlyTheTablesThatWorkersSweepAreOpenToThem) {
  EXPECT_EQ(inspect("SELECT string_agg(p.polrelid::regclass::text, ' ' ORDER BY p.polrelid::regclass::text)"
                    " FROM pg_policy AS p WHERE p.polname <> 'org_isolation'"
                    " AND p.polroles = ARRAY['likeness_worker'::regrole::oid]"),
            "feed_pulls idempotency_keys imports jobs org_operations outbox query_images schedules unowned_objects "
            "usage_entries webhook_deliveries webhook_events webhooks");
  EXPECT_EQ(inspect("SELECT count(*) FROM pg_policy WHERE polname <> 'org_isolation'"), "13");
}

TEST_F(PostgresSchemaTest, EveryKeyOfAnOrgsTableStartsWithTheOrg) {
  EXPECT_EQ(inspect(R"(
      SELECT string_agg(k.conname, ', ') FROM pg_constraint AS k
        JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attname = 'org_id'
       WHERE k.contype IN ('p', 'u', 'f') AND k.confrelid <> 'users'::regclass
         AND k.connamespace = 'public'::regnamespace AND k.conkey[1] <> a.attnum)"),
            "");
}

TEST_F(PostgresSchemaTest, WhatRunsAsTheOwnerNamesItsPathAndIsNotForEverybody) {
  EXPECT_NE(inspect("SELECT count(*) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"), "0");
  EXPECT_EQ(inspect(R"(
      SELECT string_agg(p.proname, ', ') FROM pg_proc AS p
       WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
         AND (p.proconfig IS NULL
              OR NOT EXISTS (SELECT FROM unnest(p.proconfig) AS c WHERE c LIKE 'search_path=%pg_temp')
              OR p.prorettype <> 'trigger'::regtype
                 AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) AS a WHERE a.grantee = 0))))"),
            "");
  EXPECT_EQ(inspect(R"(
      SELECT string_agg(c.relname, ', ') FROM pg_class AS c
       WHERE c.relkind IN ('v', 'm') AND c.relowner = 'likeness_owner'::regrole
         AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false))"),
            "")
      << "a view sees with its owner's eyes";
}

TEST_F(PostgresSchemaTest, WordSearchUsesItsIndexesUnderRowSecurity) {
  std::vector<CatalogRow> rows;
  for (int i = 0; i < 200; ++i) rows.push_back(row("p" + std::to_string(i), "Title of number " + std::to_string(i)));
  upsert(start_import(org_), rows);
  pqxx::connection connection(url("likeness_app"));
  pqxx::work work(connection);
  work.exec("SET LOCAL enable_seqscan = off");
  work.exec_params("SELECT set_config('app.org', $1, true)", org_.uuid.to_string());
  const auto plan = [&](const std::string& condition) {
    std::string lines;
    for (const auto& line : work.exec("EXPLAIN (COSTS off) SELECT id FROM products WHERE org_id = '" +
                                      org_.uuid.to_string() + "' AND " + condition))
      lines += std::string(line[0].c_str()) + "\n";
    return lines;
  };
  EXPECT_THAT(plan("search @@ 'number & 77'::tsquery"), testing::ContainsRegex("Index Cond: .*search @@"));
  EXPECT_THAT(plan("title_and_brand %> 'nubmer 77'"), testing::ContainsRegex("Index Cond: .*title_and_brand %>"));
}

TEST_F(PostgresSchemaTest, RolesOfTheServerOwnNothing) {
  EXPECT_EQ(
      inspect("SELECT count(*) FROM pg_class WHERE relowner IN ('likeness_app'::regrole, 'likeness_worker'::regrole)"),
      "0");
  EXPECT_NO_THROW(require_restricted_role(app_pool_));
  EXPECT_NO_THROW(require_restricted_role(worker_pool_));
}

TEST_F(PostgresSchemaTest, RoleCheckRefusesWhoeverCouldStepAroundRowSecurity) {
  PostgresConnectionPool owner({.url = url("likeness_owner")});
  EXPECT_ERROR(require_restricted_role(owner), ErrorKind::forbidden);
  PostgresConnectionPool superuser({.url = url("postgres")});
  EXPECT_ERROR(require_restricted_role(superuser), ErrorKind::forbidden);
  inspect("CREATE ROLE passes_by LOGIN BYPASSRLS");
  inspect("GRANT CONNECT ON DATABASE " + database_ + " TO passes_by");
  PostgresConnectionPool bypassing({.url = url("passes_by")});
  EXPECT_ERROR(require_restricted_role(bypassing), ErrorKind::forbidden);
  inspect("CREATE ROLE in_disguise LOGIN IN ROLE likeness_owner");
  PostgresConnectionPool member({.url = url("in_disguise")});
  EXPECT_ERROR(require_restricted_role(member), ErrorKind::forbidden);
}

TEST_F(PostgresSchemaTest, MigratingTwiceChangesNothing) {
  EXPECT_THAT(migrate(url("likeness_owner")), testing::IsEmpty());
  EXPECT_NO_THROW(require_current_schema(app_pool_));
}

TEST_F(PostgresSchemaTest, AnEmptyDatabaseGetsEveryMigration) {
  const auto empty = PostgresCluster::instance().create_empty_database();
  PostgresConnectionPool app({.url = PostgresCluster::instance().url("likeness_app", empty)});
  EXPECT_ERROR(require_current_schema(app), ErrorKind::unavailable);
  EXPECT_EQ(migrate(PostgresCluster::instance().url("likeness_owner", empty)).size(), migrations().size());
  EXPECT_NO_THROW(require_current_schema(app));
}

TEST_F(PostgresSchemaTest, AChangedOrUnknownMigrationIsRefused) {
  inspect("UPDATE schema_migrations SET sha256 = 'other' WHERE version = 2");
  EXPECT_ERROR(migrate(url("likeness_owner")), ErrorKind::conflict);
  inspect("UPDATE schema_migrations SET sha256 = '" + std::string(migrations()[1].sha256) + "' WHERE version = 2");
  inspect("INSERT INTO schema_migrations (version, name, sha256) VALUES (999, '999_future', '')");
  EXPECT_ERROR(migrate(url("likeness_owner")), ErrorKind::conflict);
  EXPECT_ERROR(require_current_schema(app_pool_), ErrorKind::conflict);
}

TEST_F(PostgresSchemaTest, MissingRolesAreNamed) {
  // The roles belong to the whole cluster, so one is only renamed for a moment.
  const auto empty = PostgresCluster::instance().create_empty_database();
  inspect("ALTER ROLE likeness_worker RENAME TO likeness_elsewhere");
  std::string message;
  try {
    migrate(PostgresCluster::instance().url("likeness_owner", empty));
  } catch (const Error& error) {
    message = error.message();
  }
  inspect("ALTER ROLE likeness_elsewhere RENAME TO likeness_worker");
  EXPECT_THAT(message, testing::HasSubstr("the database has no role likeness_worker: run db/roles.sql"));
}

TEST_F(PostgresSchemaTest, ABrokenConnectionIsReplacedOnce) {
  EXPECT_EQ(identity_.orgs().size(), 1u);
  inspect("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'likeness_app'");
  EXPECT_EQ(identity_.orgs().size(), 1u);
}

TEST_F(PostgresSchemaTest, AnExhaustedPoolAndAnAbsentServerAreUnavailable) {
  PostgresConnectionPool small(
      {.url = url("likeness_app"), .connections_max = 1, .wait_max = std::chrono::milliseconds(50)});
  {
    const auto held = small.lease();
    EXPECT_ERROR(small.lease(), ErrorKind::unavailable);
  }
  EXPECT_NO_THROW(small.lease());
  PostgresConnectionPool nowhere({.url = "host=/nonexistent user=likeness_app dbname=likeness"});
  EXPECT_ERROR(nowhere.lease(), ErrorKind::unavailable);
  EXPECT_ERROR(nowhere.lease(), ErrorKind::unavailable);
}

}  // namespace
}  // namespace likeness::test
