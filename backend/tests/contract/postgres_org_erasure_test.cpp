#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;

/// Two orgs with the same catalogue, members of their own, and one that both have.
class PostgresOrgErasureTest : public PostgresTest {
 protected:
  PostgresOrgErasureTest() : other_(identity_.create_org("other", "Other", "EUR").id) {
    for (const auto org : {org_, other_}) fill(org);
    identity_.create_user(org_, "ann@example.com", "hash", "owner");
    identity_.create_user(other_, "oda@example.com", "hash", "owner");
    identity_.create_user(org_, "both@example.com", "hash", "viewer");
    identity_.create_user(other_, "both@example.com", "hash", "viewer");
  }

  void fill(OrgId org) {
    const auto import = start_import(org);
    std::vector<CatalogRow> rows;
    for (int i = 0; i < 5; ++i)
      rows.push_back(row_with_image("p" + std::to_string(i), "https://cdn.example/" + std::to_string(i)));
    upsert(org, import, rows);
    for (auto job = claim_one(Unit::fetch, JobKind::image); job; job = claim_one(Unit::fetch, JobKind::image))
      jobs_.complete_fetch(*job, "aa");
    if (const auto job = claim_one(Unit::understand, JobKind::image)) jobs_.complete_image(*job, understood(2));
    imports_.add_faults(org, import.id, std::vector{ImportFault{.line = 1, .field = "f", .value = "v", .reason = "r"}});
    imports_.keep_ids(org, import.id, std::vector<std::string>{"broken"});
    ledger_.note(org, "bb");
    query_images_.create(org, {.id = QueryImageId::generate(),
                               .principal = "operator",
                               .object_key = "query-images/1",
                               .width_px = 1,
                               .height_px = 1,
                               .expires_at = now() + seconds(60),
                               .detected = true,
                               .regions = {}});
    org_operations_.request_export(org, "operator");
  }

  /// Tables whose rows, as text, tell of the org.
  std::string tables_that_name(OrgId org) {
    std::string tables;
    const auto names = inspect(
        "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");
    for (std::size_t start = 0; start < names.size();) {
      const auto end = std::min(names.find(' ', start), names.size());
      const auto table = names.substr(start, end - start);
      if (inspect("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%" + org.uuid.to_string() + "%'") != "0")
        tables += table + " ";
      start = end + 1;
    }
    return tables;
  }

  OrgId other_;
};

/// As much of every table as it held; counting what goes makes entries of its own, which go as well.
void expect_removed(const std::map<std::string, long>& removed, const std::map<std::string, long>& held) {
  for (const auto& [table, count] : held) {
    const auto found = removed.find(table);
    const long gone = found == removed.end() ? 0 : found->second;
    if (table == "usage_entries")
      EXPECT_GE(gone, count);
    else
      EXPECT_EQ(gone, count) << table;
  }
}

TEST_F(PostgresOrgErasureTest, NothingIsDoneForALockedOrg) {
  const auto product = catalog_.products(org_, std::nullopt, 10).products.at(0).id;
  EXPECT_ERROR(org_operations_.request_erasure(org_, "other", "operator"), ErrorKind::invalid_argument);
  EXPECT_NO_THROW(catalog_.product(org_, product));
  org_operations_.request_erasure(org_, "acme", "operator");
  EXPECT_ERROR(catalog_.product(org_, product), ErrorKind::not_found);
  EXPECT_ERROR(catalog_.products(org_, std::nullopt, 10), ErrorKind::not_found);
  EXPECT_ERROR(worker_catalog_.products(org_, std::nullopt, 10), ErrorKind::not_found);
  EXPECT_ERROR(start_import(org_), ErrorKind::not_found);
  EXPECT_ERROR(ledger_.note(org_, "cc"), ErrorKind::not_found);
  EXPECT_ERROR(identity_.create_user(org_, "new@example.com", "hash", "owner"), ErrorKind::not_found);
  EXPECT_FALSE(identity_.org(org_));
  EXPECT_FALSE(identity_.org_by_slug("acme"));
  EXPECT_EQ(identity_.orgs().size(), 1u);
  EXPECT_THAT(identity_.memberships(identity_.user_by_email("ann@example.com")->id), testing::IsEmpty());
  EXPECT_EQ(catalog_.products(other_, std::nullopt, 10).products.size(), 5u);
  EXPECT_ERROR(org_operations_.request_erasure(org_, "acme", "operator"), ErrorKind::not_found);
}

TEST_F(PostgresOrgErasureTest, LeavesNoRowOfTheOrgAndEveryRowOfTheOther) {
  const auto held = eraser_.left(org_);
  const auto others = eraser_.left(other_);
  EXPECT_EQ(held.at("products"), 5);
  EXPECT_EQ(held.at("images"), 5);
  EXPECT_EQ(held.at("embeddings"), 3);
  const auto removed = erase(org_, "acme");
  expect_removed(removed, held);
  EXPECT_EQ(removed.at("users"), 1);
  EXPECT_EQ(tables_that_name(org_), "erasures ");
  EXPECT_EQ(eraser_.left(other_), others);
  EXPECT_FALSE(identity_.user_by_email("ann@example.com"));
  EXPECT_TRUE(identity_.user_by_email("oda@example.com"));
  EXPECT_TRUE(identity_.user_by_email("both@example.com"));
}

TEST_F(PostgresOrgErasureTest, ATryThatBrokeOffIsTakenUpAndItsCountGoesOn) {
  const auto held = eraser_.left(org_);
  org_operations_.request_erasure(org_, "acme", "operator");
  std::optional<ClaimedOrgOperation> claimed;
  long batches = 0;
  do {
    // Each claim is another server's, after the one before died with it.
    const auto before = claimed;
    claimed = org_operations_.claim(seconds(0));
    ASSERT_TRUE(claimed);
    if (before) EXPECT_ERROR(eraser_.erase_rows(*before, 2), ErrorKind::conflict);
    ++batches;
  } while (eraser_.erase_rows(*claimed, 2) > 0);
  while (eraser_.erase_members(*claimed, 1) > 0) continue;
  eraser_.erase_org(*claimed);
  EXPECT_EQ(eraser_.erase_rows(*claimed, 2), 0);
  const auto removed = eraser_.removed(*claimed);
  EXPECT_GT(batches, 10);
  expect_removed(removed, held);
}

TEST_F(PostgresOrgErasureTest, ALivingOrgCannotBeRemovedFrom) {
  const auto run = [&](const std::string& statement) {
    pqxx::connection connection(PostgresCluster::instance().url("likeness_worker", database_));
    pqxx::work work(connection);
    work.exec(statement);
    work.commit();
  };
  const auto org = "'" + org_.uuid.to_string() + "'";
  EXPECT_THROW(run("SELECT erase_org_rows(" + org + ", 10)"), pqxx::sql_error);
  EXPECT_THROW(run("SELECT erase_org_members(" + org + ", 10)"), pqxx::sql_error);
  EXPECT_NO_THROW(run("SELECT erase_org(" + org + ")"));
  EXPECT_TRUE(identity_.org(org_));
  EXPECT_THROW(run("DELETE FROM erasures"), pqxx::sql_error);
}

TEST_F(PostgresOrgErasureTest, ARowThatMerelyForgetsItsOrgStays) {
  inspect("CREATE TABLE visits (id int PRIMARY KEY, last_org uuid REFERENCES orgs ON DELETE SET NULL)");
  inspect("INSERT INTO visits VALUES (1, '" + org_.uuid.to_string() + "')");
  erase(org_, "acme");
  EXPECT_EQ(inspect("SELECT count(*) FROM visits WHERE last_org IS NULL"), "1");
}

TEST_F(PostgresOrgErasureTest, NoTableOfOrgsIsForgotten) {
  // As the information schema has it, which the erasure does not ask.
  EXPECT_EQ(inspect("SELECT string_agg(c.table_name, ' ') FROM information_schema.columns AS c"
                    " JOIN information_schema.tables AS t USING (table_schema, table_name)"
                    " WHERE c.table_schema = 'public' AND c.column_name = 'org_id' AND t.table_type = 'BASE TABLE'"
                    " AND c.table_name NOT IN (SELECT relation FROM org_tables())"),
            "");
  // Each refers to orgs, by itself or by a table that does: nothing can come after the org is gone. The audit log is
  // closed instead.
  EXPECT_EQ(inspect(R"(
      WITH RECURSIVE bound AS (
        SELECT conrelid AS id FROM pg_constraint WHERE contype = 'f' AND confrelid = 'orgs'::regclass
         UNION
        SELECT k.conrelid FROM bound AS b JOIN pg_constraint AS k ON k.contype = 'f' AND k.confrelid = b.id)
      SELECT string_agg(relation, ' ') FROM org_tables()
       WHERE relation NOT LIKE 'audit%' AND ('public.' || quote_ident(relation))::regclass NOT IN (SELECT id FROM bound))"),
            "");
}

}  // namespace
}  // namespace likeness::test
