#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresIdentityTest : public PostgresTest {};

TEST_F(PostgresIdentityTest, OrgsAreFoundBySlugAndId) {
  const auto made = identity_.create_org("nord", "Nord AB", "SEK");
  EXPECT_EQ(made.slug, "nord");
  EXPECT_EQ(identity_.org_by_slug("nord")->name, "Nord AB");
  EXPECT_EQ(identity_.org(made.id)->currency, "SEK");
  EXPECT_LT(now() - made.created_at, std::chrono::minutes(1));
  EXPECT_EQ(identity_.orgs().size(), 2u);
  EXPECT_FALSE(identity_.org_by_slug("Nord"));
  EXPECT_ERROR(identity_.create_org("nord", "Another", "SEK"), ErrorKind::conflict);
}

TEST_F(PostgresIdentityTest, AUserMayBelongToManyOrgs) {
  const auto second = identity_.create_org("second", "Second", "EUR").id;
  const auto user = identity_.create_user(org_, "Ann@Example.com", "hash", "owner");
  EXPECT_EQ(identity_.create_user(second, "ann@example.com", "ignored", "viewer"), user);
  EXPECT_ERROR(identity_.create_user(second, "ANN@example.com", "ignored", "viewer"), ErrorKind::conflict);
  EXPECT_EQ(identity_.user_by_email("ANN@EXAMPLE.COM")->password_hash, "hash");
  EXPECT_FALSE(identity_.user_by_email("bob@example.com"));
  const auto memberships = identity_.memberships(user);
  ASSERT_EQ(memberships.size(), 2u);
  EXPECT_EQ(memberships[0].org_slug, "acme");
  EXPECT_EQ(memberships[0].role, "owner");
  EXPECT_EQ(memberships[1].org_id, second);
  EXPECT_THAT(identity_.memberships(UserId::generate()), testing::IsEmpty());
}

TEST_F(PostgresIdentityTest, AnOrgThatDoesNotExistGetsNoUser) {
  EXPECT_ERROR(identity_.create_user(OrgId::generate(), "ann@example.com", "hash", "owner"), ErrorKind::not_found);
  EXPECT_FALSE(identity_.user_by_email("ann@example.com"));
}

}  // namespace
}  // namespace likeness::test
