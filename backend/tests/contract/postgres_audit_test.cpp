#include <fmt/format.h>

#include <thread>

#include "adapters/postgres/audit_log.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresAuditTest : public PostgresTest {
 protected:
  static AuditFact fact(const std::string& action = "updateFeed") {
    AuditFact fact;
    fact.actor = {"user", "usr_01900000-0000-7000-8000-000000000007"};
    fact.action = action;
    fact.object_kind = "feed";
    fact.object_id = "src_01900000-0000-7000-8000-000000000008";
    fact.trace_id = "0123456789abcdef0123456789abcdef";
    fact.before = R"({"name":"old"})";
    fact.after = R"({"name":"new \"quoted\" ünd"})";
    fact.personal = {{"peer", fact.actor.id, {}, "192.0.2.0"}, {"user_agent", fact.actor.id, {}, "browser \\ \"1\""}};
    return fact;
  }
  void append(int count) {
    for (int i = 0; i < count; ++i) audit_.append(chain_, fact());
  }
  /// Runs over the whole chain in pages of `limit`; the last answer.
  AuditCheck check(const AuditChain& chain, int limit = 3) {
    auto check = audit_.check(chain, 0, limit);
    while (!check.complete && check.fault.empty()) check = audit_.check(chain, check.checked, limit);
    return check;
  }
  AuditCheck check() { return check(chain_); }
  /// As a superuser who steps around triggers and row-level security.
  void tamper(const std::string& statement) {
    inspect("SET session_replication_role = replica; " + statement + "; SET session_replication_role = origin");
  }
  std::string refusal(const std::string& role, const std::string& statement) {
    try {
      pqxx::connection connection(PostgresCluster::instance().url(role, database_));
      pqxx::work work(connection);
      work.exec_params("SELECT set_config('app.org', $1, true)", org_.uuid.to_string());
      return fmt::format("{} rows", work.exec(statement).affected_rows());
    } catch (const pqxx::sql_error& error) {
      return error.what();
    }
  }

  SodiumDigest digest_;
  PostgresAuditLog audit_{app_pool_, digest_};
  AuditChain chain_{org_};
};

TEST_F(PostgresAuditTest, WhatWasRecordedIsReadBack) {
  audit_.append(chain_, fact());
  const auto page = audit_.list(chain_, {}, AuditOrder::newest_first, std::nullopt, 10);
  ASSERT_EQ(page.entries.size(), 1u);
  const auto& entry = page.entries[0];
  EXPECT_EQ(entry.sequence, 1);
  EXPECT_EQ(entry.fact.actor.id, fact().actor.id);
  EXPECT_EQ(entry.fact.after, fact().after);
  ASSERT_EQ(entry.fact.personal.size(), 2u);
  EXPECT_EQ(entry.fact.personal[1].value, "browser \\ \"1\"");
  EXPECT_EQ(entry.previous_hash, std::string(64, '0'));
  const std::span<const char> text(entry.canonical);
  EXPECT_EQ(digest_.sha256_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}), entry.hash);
  EXPECT_THAT(entry.canonical, testing::HasSubstr(entry.personal_hashes.substr(3, 64).substr(10, 20)));
  EXPECT_THAT(entry.canonical, testing::Not(testing::HasSubstr("192.0.2")));
}

TEST_F(PostgresAuditTest, FiltersAndPages) {
  identity_.create_user(org_, "ann@example.com", "hash", "owner");
  const auto ann = identity_.user_by_email("ann@example.com")->id.to_string();
  for (int i = 0; i < 5; ++i) {
    auto other = fact("createFeed");
    other.actor = {"user", ann};
    other.object_id = "src_" + std::to_string(i);
    audit_.append(chain_, fact());
    audit_.append(chain_, other);
  }
  const auto count = [&](const AuditFilter& filter) {
    return audit_.list(chain_, filter, AuditOrder::oldest_first, std::nullopt, 100).entries.size();
  };
  EXPECT_EQ(count({}), 10u);
  EXPECT_EQ(count({.actor = ann}), 5u);
  EXPECT_EQ(count({.actor = "Ann@example.com"}), 5u);
  EXPECT_EQ(count({.actor = "operator"}), 0u);
  EXPECT_EQ(count({.action = "createFeed"}), 5u);
  EXPECT_EQ(count({.object_id = "src_3"}), 1u);
  EXPECT_EQ(count({.from = now() + std::chrono::hours(1)}), 0u);
  EXPECT_EQ(count({.until = now() + std::chrono::hours(1)}), 10u);
  std::vector<std::int64_t> seen;
  std::optional<std::int64_t> after;
  do {
    const auto page = audit_.list(chain_, {.action = "createFeed"}, AuditOrder::newest_first, after, 2);
    for (const auto& entry : page.entries) {
      seen.push_back(entry.sequence);
      EXPECT_EQ(entry.actor_email, "ann@example.com");
    }
    append(1);
    after = page.next_after;
  } while (after);
  EXPECT_EQ(seen, (std::vector<std::int64_t>{10, 8, 6, 4, 2}));
}

TEST_F(PostgresAuditTest, NobodyChangesOrDeletesAnEntry) {
  append(2);
  for (const std::string role : {"likeness_app", "likeness_worker", "likeness_owner", "postgres"})
    for (const std::string statement :
         {"UPDATE audit_log SET action = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log",
          "UPDATE audit_heads SET entries = 0", "DELETE FROM audit_heads", "TRUNCATE audit_heads"})
      EXPECT_THAT(refusal(role, statement),
                  testing::AnyOf(testing::HasSubstr("permission denied"), testing::HasSubstr("only ever added to"),
                                 testing::HasSubstr("only grows")))
          << role << ": " << statement;
  EXPECT_THAT(refusal("likeness_worker", "SELECT count(*) FROM audit_log"), testing::HasSubstr("permission denied"));
  EXPECT_THAT(refusal("likeness_worker", "SELECT audit_lock_head('" + org_.uuid.to_string() + "')"),
              testing::HasSubstr("permission denied"));
  EXPECT_TRUE(check().complete);
}

TEST_F(PostgresAuditTest, TheServersRoleCannotForkOrSkip) {
  append(2);
  const auto insert = [&](int sequence, const std::string& previous) {
    return refusal("likeness_app",
                   fmt::format("INSERT INTO audit_log SELECT org_id, {}, at_ms, actor_kind, actor_id, action, outcome,"
                               " object_kind, object_id, trace_id, before_values, after_values, personal_hashes, {},"
                               " hash FROM audit_log WHERE sequence = 2",
                               sequence, previous));
  };
  EXPECT_THAT(insert(4, "hash"), testing::HasSubstr("the entry that follows its last one"));
  EXPECT_THAT(insert(2, "previous_hash"), testing::HasSubstr("the entry that follows its last one"));
  EXPECT_THAT(insert(3, "previous_hash"), testing::HasSubstr("the entry that follows its last one"));
  EXPECT_EQ(insert(3, "hash"), "1 rows");
}

TEST_F(PostgresAuditTest, AChangedByteOfAnyColumnIsFound) {
  append(5);
  const std::pair<std::string, std::string> columns[] = {
      {"at_ms", "at_ms + 1"},
      {"actor_kind", "actor_kind || 'x'"},
      {"actor_id", "overlay(actor_id placing '8' from 40)"},
      {"action", "'createFeed'"},
      {"outcome", "'forbidden'"},
      {"object_kind", "''"},
      {"object_id", "upper(object_id)"},
      {"trace_id", "overlay(trace_id placing 'f' from 1)"},
      {"before_values", "overlay(before_values placing ' ' from 2)"},
      {"after_values", "after_values || ' '"},
      {"personal_hashes", "overlay(personal_hashes placing 'g' from 10)"},
      {"previous_hash", "overlay(previous_hash placing 'g' from 64)"},
      {"hash", "overlay(hash placing 'g' from 64)"}};
  for (const auto& [column, value] : columns)
    for (const int sequence : {1, 3, 5}) {
      inspect("CREATE TABLE kept AS SELECT * FROM audit_log");
      tamper(fmt::format("UPDATE audit_log SET {} = {} WHERE sequence = {}", column, value, sequence));
      const auto found = check();
      EXPECT_FALSE(found.complete) << column;
      EXPECT_EQ(found.broken_sequence, sequence) << column << ": " << found.fault;
      tamper("DELETE FROM audit_log; INSERT INTO audit_log SELECT * FROM kept; DROP TABLE kept");
      ASSERT_TRUE(check().complete) << column;
    }
  tamper("UPDATE audit_log SET sequence = 9 WHERE sequence = 5");
  EXPECT_EQ(check().broken_sequence, 5);
  tamper("UPDATE audit_log SET sequence = 5 WHERE sequence = 9");
  tamper("UPDATE audit_log SET org_id = '00000000-0000-0000-0000-000000000000' WHERE sequence = 2");
  EXPECT_EQ(check().broken_sequence, 2);
  EXPECT_FALSE(check({}).complete) << "nor is it taken for one of the other chain";
}

TEST_F(PostgresAuditTest, AChangedPersonalValueIsFound) {
  append(4);
  for (const std::string change :
       {"salt = salt || 'x'", "value = '192.0.2.1'", "subject = 'usr_x'", "name = 'other'"}) {
    inspect("CREATE TABLE kept AS SELECT * FROM audit_personal_values");
    tamper("UPDATE audit_personal_values SET " + change + " WHERE sequence = 2 AND name = 'peer'");
    EXPECT_EQ(check().broken_sequence, 2) << change;
    tamper("DELETE FROM audit_personal_values; INSERT INTO audit_personal_values SELECT * FROM kept; DROP TABLE kept");
  }
  EXPECT_TRUE(check().complete);
}

TEST_F(PostgresAuditTest, AMissingEntryIsFound) {
  append(7);
  for (const int sequence : {7, 4, 1}) {
    inspect("CREATE TABLE kept AS SELECT * FROM audit_log");
    tamper(fmt::format("DELETE FROM audit_log WHERE sequence = {}", sequence));
    EXPECT_EQ(check().broken_sequence, sequence);
    tamper("INSERT INTO audit_log SELECT * FROM kept EXCEPT SELECT * FROM audit_log; DROP TABLE kept");
    ASSERT_TRUE(check().complete);
  }
  tamper("UPDATE audit_heads SET entries = 6, hash = (SELECT hash FROM audit_log WHERE sequence = 6)");
  EXPECT_EQ(check().broken_sequence, 7) << "an entry that the head does not know";
  tamper("DELETE FROM audit_heads");
  EXPECT_EQ(check().broken_sequence, 7);
}

TEST_F(PostgresAuditTest, WritersOnSeveralThreadsMakeOneChain) {
  constexpr int kThreads = 8, kEntries = 100;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < kEntries; ++n) audit_.append(chain_, fact());
    });
  threads.clear();
  const auto found = check(chain_, 64);
  EXPECT_TRUE(found.complete) << found.fault;
  EXPECT_EQ(found.checked, kThreads * kEntries);
}

TEST_F(PostgresAuditTest, ErasingPersonalValuesKeepsTheChain) {
  append(5);
  auto other = fact();
  other.personal = {{"after.email", "usr_other", {}, "bob@example.com"}};
  audit_.append(chain_, other);
  EXPECT_EQ(audit_.erase_personal_values(chain_, "usr_nobody", {}, 100), 0);
  EXPECT_EQ(audit_.erase_personal_values(chain_, fact().actor.id, now() - std::chrono::hours(1), 100), 0);
  EXPECT_EQ(audit_.erase_personal_values(chain_, fact().actor.id, {}, 3), 3);
  EXPECT_TRUE(check().complete);
  EXPECT_EQ(audit_.erase_personal_values(chain_, fact().actor.id, now() + std::chrono::hours(1), 100), 7);
  EXPECT_EQ(inspect("SELECT string_agg(value, ' ') FROM audit_personal_values"), "bob@example.com");
  EXPECT_TRUE(check().complete);
  append(1);
  EXPECT_EQ(check().checked, 7);
}

TEST_F(PostgresAuditTest, AnEntryIsThereExactlyWhenItsEffectIs) {
  PostgresUnitOfWork unit_of_work(app_pool_);
  EXPECT_THROW(unit_of_work.run([&] {
    start_import(org_);
    append(1);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(inspect("SELECT count(*) FROM audit_log"), "0");
  unit_of_work.run([&] {
    start_import(org_);
    append(1);
    EXPECT_EQ(inspect("SELECT count(*) FROM audit_log"), "0");
  });
  EXPECT_EQ(inspect("SELECT count(*) FROM audit_log"), "1");
  EXPECT_TRUE(check().complete);
}

TEST_F(PostgresAuditTest, ChainsOfOrgsStayApart) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  append(3);
  audit_.append({other}, fact());
  audit_.append({}, fact());
  EXPECT_EQ(audit_.list({other}, {}, AuditOrder::newest_first, {}, 100).entries.size(), 1u);
  EXPECT_EQ(audit_.list({}, {}, AuditOrder::newest_first, {}, 100).entries.size(), 1u);
  tamper("DELETE FROM audit_log WHERE org_id = '" + org_.uuid.to_string() + "' AND sequence = 2");
  EXPECT_EQ(check().broken_sequence, 2);
  EXPECT_TRUE(check({other}).complete);
  EXPECT_TRUE(check({}).complete);
}

TEST_F(PostgresAuditTest, AChainIsErasedOnlyOnceItIsClosed) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  append(5);
  audit_.append({other}, fact());
  EXPECT_ERROR(audit_.erase_chain(org_, 100), ErrorKind::internal);
  EXPECT_TRUE(check().complete);

  const auto end = audit_.close_chain(org_, {"operator", ""}, "trace");
  EXPECT_EQ(end.entries, 5);
  EXPECT_EQ(end.hash, audit_.list(chain_, {}, AuditOrder::newest_first, {}, 1).entries.at(0).hash);
  EXPECT_EQ(audit_.close_chain(org_, {"operator", ""}, "trace").hash, end.hash);
  EXPECT_ERROR(append(1), ErrorKind::gone);
  EXPECT_TRUE(check().complete);
  const auto closing = audit_.list({}, {}, AuditOrder::newest_first, {}, 10).entries;
  ASSERT_EQ(closing.size(), 1u);
  EXPECT_EQ(closing[0].fact.object_id, org_.to_string());
  EXPECT_THAT(closing[0].fact.before, testing::HasSubstr(end.hash));

  long erased = 0;
  while (const long some = audit_.erase_chain(org_, 4)) erased += some;
  EXPECT_EQ(erased, 5 + 10 + 1);
  EXPECT_EQ(inspect("SELECT count(*) FROM audit_log WHERE org_id = '" + org_.uuid.to_string() + "'"), "0");
  EXPECT_EQ(inspect("SELECT count(*) FROM audit_heads"), "2");
  EXPECT_TRUE(check({other}).complete);
  EXPECT_TRUE(check({}).complete);
}

TEST_F(PostgresAuditTest, AChainWhoseClosingIsNotRecordedIsNotErased) {
  append(1);
  EXPECT_EQ(refusal("likeness_app", "SELECT audit_close('" + org_.uuid.to_string() + "')"), "1 rows")
      << "undone with the transaction";
  EXPECT_ERROR(audit_.erase_chain(org_, 100), ErrorKind::internal);
  tamper("UPDATE audit_heads SET closed_at = now()");
  EXPECT_ERROR(audit_.erase_chain(org_, 100), ErrorKind::internal);
  EXPECT_THAT(refusal("likeness_app", "SELECT audit_close('00000000-0000-0000-0000-000000000000')"),
              testing::HasSubstr("never closed"));
}

}  // namespace
}  // namespace likeness::test
