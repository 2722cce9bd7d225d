#include <future>
#include <stdexcept>

#include "adapters/postgres/idempotency_store.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresIdempotencyTest : public PostgresTest {
 protected:
  IdempotencyScope scope(std::optional<OrgId> org, const std::string& key = "key") const {
    return {.org = org, .principal = "user:one", .method = "POST", .route = "/v1/things", .key = key};
  }
  void keep(const IdempotencyScope& where, const KeptAnswer& answer) {
    unit_of_work_.run([&] { keys_.keep(where, answer, std::chrono::hours(1)); });
  }
  /// Whether somebody else could hold the scope now.
  bool is_free(const IdempotencyScope& where) {
    return std::async(std::launch::async,
                      [&] {
                        bool held = false;
                        unit_of_work_.run([&] { held = keys_.try_hold(where); });
                        return held;
                      })
        .get();
  }

  PostgresUnitOfWork unit_of_work_{app_pool_};
  PostgresIdempotencyStore keys_{app_pool_, worker_pool_};
  const KeptAnswer answer_{.fingerprint = "f1",
                           .status = 201,
                           .content_type = "application/json",
                           .location = "/v1/things/1",
                           .etag = "\"1\"",
                           .body = std::string("{\"a\":\"\\\\ä\"}\0\xff", 15)};
};

TEST_F(PostgresIdempotencyTest, AnAnswerComesBackByteByByte) {
  for (const auto& where : {scope(org_), scope(std::nullopt)}) {
    EXPECT_FALSE(keys_.find(where));
    keep(where, answer_);
    const auto kept = keys_.find(where);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->fingerprint, "f1");
    EXPECT_EQ(kept->status, 201);
    EXPECT_EQ(kept->content_type, "application/json");
    EXPECT_EQ(kept->location, "/v1/things/1");
    EXPECT_EQ(kept->etag, "\"1\"");
    EXPECT_EQ(kept->body, answer_.body);
  }
}

TEST_F(PostgresIdempotencyTest, EachPartOfTheScopeCounts) {
  const auto other_org = identity_.create_org("other", "Other", "EUR").id;
  keep(scope(org_), answer_);
  auto others = std::vector<IdempotencyScope>(4, scope(org_));
  others[0].principal = "user:two";
  others[1].method = "PUT";
  others[2].route = "/v1/other";
  others[3].key = "Key";
  others.push_back(scope(other_org));
  others.push_back(scope(std::nullopt));
  for (const auto& other : others) EXPECT_FALSE(keys_.find(other));
}

TEST_F(PostgresIdempotencyTest, IsCommittedWithTheEffectOrNotAtAll) {
  EXPECT_THROW(unit_of_work_.run([&] {
    ASSERT_TRUE(keys_.try_hold(scope(org_)));
    start_import(org_);
    keys_.keep(scope(org_), answer_, std::chrono::hours(1));
    throw std::runtime_error("the server died");
  }),
               std::runtime_error);
  EXPECT_FALSE(keys_.find(scope(org_)));
  EXPECT_EQ(inspect("SELECT count(*) FROM imports"), "0");
  EXPECT_TRUE(is_free(scope(org_)));
}

TEST_F(PostgresIdempotencyTest, OneAtATimeHoldsAScopeAndNobodyWaits) {
  unit_of_work_.run([&] {
    ASSERT_TRUE(keys_.try_hold(scope(org_)));
    EXPECT_TRUE(keys_.try_hold(scope(org_))) << "its holder has it already";
    EXPECT_FALSE(is_free(scope(org_)));
    EXPECT_TRUE(is_free(scope(org_, "another")));
    EXPECT_TRUE(is_free(scope(std::nullopt)));
    keys_.keep(scope(org_), answer_, std::chrono::hours(1));
  });
  EXPECT_TRUE(is_free(scope(org_)));
}

TEST_F(PostgresIdempotencyTest, AFailureMeanwhileDoesNotLetGo) {
  unit_of_work_.run([&] {
    ASSERT_TRUE(keys_.try_hold(scope(org_)));
    EXPECT_ERROR(imports_.import(org_, ImportId::generate()), ErrorKind::not_found);
    EXPECT_FALSE(is_free(scope(org_)));
  });
}

TEST_F(PostgresIdempotencyTest, WhatIsPastItsTimeCountsNoMoreAndGoes) {
  for (const auto& where : {scope(org_), scope(std::nullopt), scope(org_, "young")}) keep(where, answer_);
  inspect("UPDATE idempotency_keys SET expires_at = now() - interval '1 second' WHERE key = 'key'");
  inspect("UPDATE server_idempotency_keys SET expires_at = now() - interval '1 second'");
  EXPECT_FALSE(keys_.find(scope(org_)));
  EXPECT_FALSE(keys_.find(scope(std::nullopt)));
  auto second = answer_;
  second.fingerprint = "f2";
  keep(scope(org_), second);
  EXPECT_EQ(keys_.find(scope(org_))->fingerprint, "f2");
  keys_.remove_expired(10);
  EXPECT_EQ(inspect("SELECT string_agg(key, ' ' ORDER BY key) FROM idempotency_keys"), "key young");
  EXPECT_EQ(inspect("SELECT count(*) FROM server_idempotency_keys"), "0");
}

TEST_F(PostgresIdempotencyTest, GoWithTheirOrg) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  keep(scope(other), answer_);
  erase(other, "other");
  EXPECT_EQ(inspect("SELECT count(*) FROM idempotency_keys"), "0");
}

}  // namespace
}  // namespace likeness::test
