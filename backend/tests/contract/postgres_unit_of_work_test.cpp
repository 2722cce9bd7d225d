#include <stdexcept>

#include "adapters/postgres/unit_of_work.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresUnitOfWorkTest : public PostgresTest {
 protected:
  PostgresUnitOfWork unit_of_work_{app_pool_};
};

TEST_F(PostgresUnitOfWorkTest, WhatSeveralStoresDoIsCommittedTogether) {
  unit_of_work_.run([&] {
    const auto made = identity_.create_org("nord", "Nord AB", "SEK").id;
    start_import(made);
    EXPECT_EQ(inspect("SELECT count(*) FROM orgs WHERE slug = 'nord'"), "0") << "nobody else sees it yet";
    EXPECT_TRUE(identity_.org_by_slug("nord"));
  });
  EXPECT_EQ(inspect("SELECT count(*) FROM imports"), "1");
}

TEST_F(PostgresUnitOfWorkTest, AnExceptionUndoesEverything) {
  bool happened = false;
  EXPECT_THROW(unit_of_work_.run([&] {
    start_import(identity_.create_org("nord", "Nord AB", "SEK").id);
    unit_of_work_.after_commit([&] { happened = true; });
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_FALSE(happened);
  EXPECT_EQ(inspect("SELECT count(*) FROM imports"), "0");
  EXPECT_FALSE(identity_.org_by_slug("nord"));
}

TEST_F(PostgresUnitOfWorkTest, ACallThatFailsUndoesOnlyItself) {
  unit_of_work_.run([&] {
    identity_.create_org("nord", "Nord AB", "SEK");
    EXPECT_ERROR(identity_.create_org("nord", "Again", "SEK"), ErrorKind::conflict);
    EXPECT_ERROR(identity_.create_user(OrgId::generate(), "ann@example.com", "hash", "owner"), ErrorKind::not_found);
    identity_.create_user(org_, "bob@example.com", "hash", "owner");
  });
  EXPECT_TRUE(identity_.org_by_slug("nord"));
  EXPECT_TRUE(identity_.user_by_email("bob@example.com"));
  EXPECT_FALSE(identity_.user_by_email("ann@example.com"));
}

TEST_F(PostgresUnitOfWorkTest, EachCallSpeaksForItsOwnOrgOnly) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto ours = start_import(org_).id;
  const auto theirs = start_import(other).id;
  unit_of_work_.run([&] {
    EXPECT_EQ(imports_.import(org_, ours).id, ours);
    EXPECT_ERROR(imports_.import(org_, theirs), ErrorKind::not_found);
    EXPECT_EQ(imports_.import(other, theirs).id, theirs);
    EXPECT_ERROR(imports_.import(other, ours), ErrorKind::not_found);
  });
}

TEST_F(PostgresUnitOfWorkTest, EffectsOutsideComeAfterTheCommit) {
  std::string seen;
  unit_of_work_.run([&] {
    start_import(org_);
    unit_of_work_.run([&] {
      unit_of_work_.after_commit([&] { seen = inspect("SELECT count(*) FROM imports"); });
      unit_of_work_.after_commit([] { throw std::runtime_error("is logged"); });
    });
    EXPECT_EQ(seen, "");
  });
  EXPECT_EQ(seen, "1");
  unit_of_work_.after_commit([&] { seen = "at once"; });
  EXPECT_EQ(seen, "at once");
}

TEST_F(PostgresUnitOfWorkTest, OtherRolesAndThreadsStayApart) {
  unit_of_work_.run([&] {
    const auto made = identity_.create_org("nord", "Nord AB", "SEK").id;
    const std::vector<CatalogRow> rows{row("1", "Thing")};
    EXPECT_ERROR(worker_catalog_.upsert_rows(made, SourceId::generate(), ImportId::generate(), rows),
                 ErrorKind::cancelled);
  });
}

}  // namespace
}  // namespace likeness::test
