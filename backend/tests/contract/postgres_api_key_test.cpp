#include "adapters/postgres/api_key_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;

class PostgresApiKeyTest : public PostgresTest {
 protected:
  ApiKey make(const std::string& name, const std::string& secret,
              std::vector<std::string> origins = {"https://shop.example"}) {
    return keys_.create(org_,
                        {.name = name, .scopes = {"search"}, .allowed_origins = std::move(origins), .expires_at = {}},
                        "operator", secret, 3);
  }

  PostgresApiKeyStore keys_{app_pool_};
};

TEST_F(PostgresApiKeyTest, AKeyIsFoundByItsHashUntilItIsRevoked) {
  const auto made = make("front", "hash");
  const auto found = keys_.find("hash");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->org_id, org_);
  EXPECT_EQ(found->key.id, made.id);
  EXPECT_THAT(found->key.setup.scopes, testing::ElementsAre("search"));
  EXPECT_EQ(keys_.secret_sha256(org_, made.id), "hash");
  EXPECT_FALSE(keys_.find("other"));
  keys_.revoke(org_, made.id);
  EXPECT_FALSE(keys_.find("hash"));
  EXPECT_ERROR(keys_.revoke(org_, made.id), ErrorKind::not_found);
  EXPECT_EQ(inspect("SELECT (SELECT count(*) FROM api_key_secrets) + (SELECT count(*) FROM api_key_origins)"), "0");
}

TEST_F(PostgresApiKeyTest, AnExpiredKeyIsNobodys) {
  const auto made = make("front", "hash");
  auto setup = made.setup;
  setup.expires_at = now() - 1s;
  keys_.update(org_, made.id, setup);
  EXPECT_FALSE(keys_.find("hash"));
  setup.expires_at = now() + 1h;
  keys_.update(org_, made.id, setup);
  EXPECT_TRUE(keys_.find("hash"));
}

TEST_F(PostgresApiKeyTest, OriginsFollowTheirKeys) {
  const auto made = make("front", "hash", {"https://a.example", "https://b.example"});
  EXPECT_TRUE(keys_.is_origin_of_any("https://a.example"));
  EXPECT_FALSE(keys_.is_origin_of_any("https://c.example"));
  auto setup = made.setup;
  setup.allowed_origins = {"https://c.example"};
  EXPECT_THAT(keys_.update(org_, made.id, setup).setup.allowed_origins, testing::ElementsAre("https://c.example"));
  EXPECT_FALSE(keys_.is_origin_of_any("https://a.example"));
  EXPECT_TRUE(keys_.is_origin_of_any("https://c.example"));
  make("everywhere", "hash2", {"*"});
  EXPECT_TRUE(keys_.is_origin_of_any("https://a.example"));
}

TEST_F(PostgresApiKeyTest, UsesAreRecordedOnceAMinute) {
  const auto made = make("front", "hash");
  EXPECT_FALSE(keys_.key(org_, made.id).last_used_at);
  keys_.record_use(org_, made.id);
  const auto first = keys_.key(org_, made.id).last_used_at;
  ASSERT_TRUE(first);
  keys_.record_use(org_, made.id);
  EXPECT_EQ(keys_.key(org_, made.id).last_used_at, first);
  inspect("UPDATE api_keys SET last_used_at = now() - interval '61 seconds'");
  keys_.record_use(org_, made.id);
  EXPECT_GE(*keys_.key(org_, made.id).last_used_at, *first);
}

TEST_F(PostgresApiKeyTest, NamesAreTakenOnceAndKeysAreBounded) {
  make("a", "1");
  EXPECT_ERROR(make("a", "2"), ErrorKind::conflict);
  const auto second = make("b", "2");
  auto setup = second.setup;
  setup.name = "a";
  EXPECT_ERROR(keys_.update(org_, second.id, setup), ErrorKind::conflict);
  make("c", "3");
  EXPECT_ERROR(make("d", "4"), ErrorKind::forbidden);
  const auto page = keys_.keys(org_, std::nullopt, 2);
  ASSERT_EQ(page.keys.size(), 2u);
  EXPECT_LT(page.keys[0].id, page.keys[1].id);
  EXPECT_EQ(keys_.keys(org_, page.next_after, 2).keys.size(), 1u);
}

TEST_F(PostgresApiKeyTest, AnotherOrgSeesNone) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto made = make("front", "hash");
  EXPECT_THAT(keys_.keys(other, std::nullopt, 10).keys, testing::IsEmpty());
  EXPECT_ERROR(keys_.key(other, made.id), ErrorKind::not_found);
  EXPECT_ERROR(keys_.update(other, made.id, made.setup), ErrorKind::not_found);
  EXPECT_ERROR(keys_.revoke(other, made.id), ErrorKind::not_found);
  EXPECT_ERROR(keys_.secret_sha256(other, made.id), ErrorKind::not_found);
  EXPECT_TRUE(keys_.find("hash"));
  EXPECT_TRUE(keys_.is_origin_of_any("https://shop.example"));
}

}  // namespace
}  // namespace likeness::test
