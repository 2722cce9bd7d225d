#include <fmt/format.h>

#include <array>
#include <atomic>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include "adapters/postgres/unit_of_work.hpp"
#include "base/trace.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

constexpr int kThreads = 6;
constexpr int kConnections = 3;  // fewer than threads: each goes from one org to another all the time
constexpr int kOrgs = 4;
constexpr int kRoundsPerThread = 500;

/// How the first org's transaction ends.
enum class Ending {
  committed,
  statement_fails,
  row_is_refused,
  cancelled,
  timed_out,
  connection_is_lost,
  exception_in_between,
  nobody_ends_it,
};
constexpr int kEndings = 8;

/// Undoes what a unit of work did.
struct Undone : std::runtime_error {
  Undone() : std::runtime_error("undone on purpose") {}
};

void write_something(SqlTransaction& transaction) {
  transaction.exec(
      "INSERT INTO sources (org_id, id, name) SELECT current_setting('app.org')::uuid, id, 'aborted ' || id"
      " FROM gen_random_uuid() AS id");
}

/// A pool whose connections one org after the other uses, each with products, a source, an import and a member.
class PostgresAbortedTest : public PostgresTest {
 protected:
  PostgresAbortedTest() {
    user_ = identity_.create_user(org_, "ann@example.com", "hash", "owner");
    for (int i = 0; i < kOrgs; ++i) {
      const auto org = identity_.create_org(fmt::format("org-{}", i), "An org", "EUR").id;
      identity_.create_user(org, "ann@example.com", "hash", "viewer");
      upsert(org, start_import(org), {row(fmt::format("p{}", i), "Thing")});
      orgs_.push_back(org);
    }
  }

  void note_leak(const std::string& what) {
    std::lock_guard lock(mutex_);
    if (leak_.empty()) leak_ = what;
    ++leaks_;
  }

  /// Looks at all rows and settings that a transaction sees; no statement names an org, so row-level security is alone.
  void expect_only(SqlTransaction& transaction, std::optional<OrgId> org, const char* where) {
    const std::string expected = org ? org->uuid.to_string() : "";
    const auto settings = transaction.exec1(
        "SELECT coalesce(current_setting('app.org', true), ''), coalesce(current_setting('app.user', true), ''),"
        " coalesce(current_setting('app.traceparent', true), '')");
    if (settings[0].c_str() != expected) note_leak(fmt::format("{}: app.org is {}", where, settings[0].c_str()));
    if (!settings[1].is_null() && settings[1].c_str()[0] != '\0')
      note_leak(fmt::format("{}: app.user is {}", where, settings[1].c_str()));
    if (settings[2].c_str()[0] != '\0') note_leak(fmt::format("{}: a trace is left", where));
    const auto rows = transaction.exec(
        "SELECT org_id FROM products UNION SELECT org_id FROM variants UNION SELECT org_id FROM sources"
        " UNION SELECT org_id FROM imports UNION SELECT org_id FROM memberships");
    std::set<std::string> seen;
    for (const auto& row : rows) seen.insert(row[0].c_str());
    if (seen != (org ? std::set{expected} : std::set<std::string>{}))
      note_leak(fmt::format("{}: rows of {} orgs are seen", where, seen.size()));
    ++looks_;
  }

  void come_to(Ending ending, SqlTransaction& transaction, OrgId other) {
    switch (ending) {
      case Ending::committed:
      case Ending::nobody_ends_it:
        return;
      case Ending::statement_fails:
        transaction.exec("SELECT 1 / (SELECT count(*) FROM orgs WHERE slug = 'none')");
        return;
      case Ending::row_is_refused:
        transaction.exec_params("INSERT INTO sources (org_id, id, name) VALUES ($1, $2, 'x')", other.uuid.to_string(),
                                Uuid::generate().to_string());
        return;
      case Ending::cancelled:
        transaction.exec("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(5)");
        return;
      case Ending::timed_out:
        transaction.exec("SET LOCAL statement_timeout = 1; SELECT pg_sleep(5)");
        return;
      case Ending::connection_is_lost:
        transaction.exec("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(5)");
        return;
      case Ending::exception_in_between:
        throw Undone();
    }
  }

  struct Round {
    OrgId first, second;
    Ending ending;
    int steps;  ///< how far the first org comes before the ending
  };

  void advance(const Round& round, SqlTransaction& transaction) {
    if (round.steps > 0) transaction.exec("SELECT count(*) FROM products");
    if (round.steps > 1 && round.ending != Ending::committed) write_something(transaction);
    come_to(round.ending, transaction, round.second);
  }

  /// A transaction of the first org alone, with a user and a trace.
  void run_plain(const Round& round) {
    const TraceScope trace(TraceContext::start().to_string());
    if (round.ending == Ending::nobody_ends_it) {
      auto lease = pool_.lease();
      const auto work = begin_transaction(lease, {.org = round.first, .user = user_});
      advance(round, *work);
      throw Undone();
    }
    run_scoped(pool_, {.org = round.first, .user = user_}, [&](SqlTransaction& sql) { advance(round, sql); });
  }

  /// A unit of work in which a call for the first org fails and one for the second follows; it is undone in the end.
  void run_unit(const Round& round) {
    PostgresUnitOfWork(pool_).run([&] {
      try {
        in_org(pool_, round.first, [&](SqlTransaction& sql) { advance(round, sql); });
      } catch (const std::exception&) {
        if (round.ending == Ending::connection_is_lost || round.steps > 1) throw;
      }
      in_org(pool_, round.second, [&](SqlTransaction& sql) { expect_only(sql, round.second, "later in the unit"); });
      throw Undone();
    });
  }

  void look_at_connection() {
    try {
      auto lease = pool_.lease();
      pqxx::nontransaction bare(lease.connection());
      expect_only(bare, std::nullopt, "between two transactions");
    } catch (const pqxx::failure&) {
      ++broken_;  // the one that was lost: nothing is seen over it
    }
  }

  void run_round(const Round& round, bool in_unit) {
    try {
      if (in_unit)
        run_unit(round);
      else
        run_plain(round);
      if (in_unit || round.ending != Ending::committed) note_leak("what was to be aborted was not");
    } catch (const std::exception&) {
      ++aborted_[static_cast<std::size_t>(round.ending)];
    }
    look_at_connection();
    in_org(pool_, round.second, [&](SqlTransaction& sql) { expect_only(sql, round.second, "for the next org"); });
    across_orgs(pool_, [&](SqlTransaction& sql) { expect_only(sql, std::nullopt, "for no org"); });
  }

  void run_rounds(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    for (int i = 0; i < kRoundsPerThread; ++i) {
      const int first = below(kOrgs);
      const int second = (first + 1 + below(kOrgs - 1)) % kOrgs;
      const auto ending = static_cast<Ending>(below(kEndings));
      run_round({orgs_[static_cast<std::size_t>(first)], orgs_[static_cast<std::size_t>(second)], ending, below(3)},
                below(2) == 0 && ending != Ending::nobody_ends_it);
    }
  }

  PostgresConnectionPool pool_{{.url = PostgresCluster::instance().url("likeness_app", database_),
                                .connections_max = kConnections,
                                .wait_max = std::chrono::seconds(60)}};
  UserId user_;
  std::vector<OrgId> orgs_;
  std::array<std::atomic<int>, kEndings> aborted_{};
  std::atomic<int> looks_ = 0, broken_ = 0;
  std::mutex mutex_;
  std::string leak_;
  int leaks_ = 0;
};

TEST_F(PostgresAbortedTest, APoolOfAbortedTransactionsNeverShowsAnotherOrgsRow) {
  {
    std::vector<std::jthread> threads;
    for (unsigned seed = 0; seed < kThreads; ++seed) threads.emplace_back([this, seed] { run_rounds(seed); });
  }
  EXPECT_EQ(leaks_, 0) << leak_;
  EXPECT_GE(looks_ + broken_, 3 * kThreads * kRoundsPerThread);
  for (std::size_t ending = 1; ending < kEndings; ++ending) EXPECT_GT(aborted_[ending], 100) << "ending " << ending;
  EXPECT_EQ(inspect("SELECT count(*) FROM sources WHERE name LIKE 'aborted%'"), "0");
  RecordProperty("looks", looks_);
}

}  // namespace
}  // namespace likeness::test
