#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <barrier>
#include <thread>

#include "adapters/postgres/member_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

const std::vector<std::string> kAll{"owner", "admin", "editor", "viewer"};
const std::vector<std::string> kOfAdmin{"editor", "viewer"};

class PostgresMemberTest : public PostgresTest {
 protected:
  UserId add(const std::string& name, const std::string& role) { return add(org_, name, role); }
  UserId add(OrgId org, const std::string& name, const std::string& role) {
    return identity_.create_user(org, name + "@example.com", "hash of " + name, role);
  }
  std::string owners() { return inspect("SELECT count(*) FROM memberships WHERE role = 'owner'"); }

  PostgresMemberStore members_{app_pool_};
};

TEST_F(PostgresMemberTest, MembersAreListedPageByPage) {
  std::vector<UserId> made;
  for (const auto* name : {"ann", "bob", "cid"}) made.push_back(add(name, "editor"));
  std::ranges::sort(made);  // those of one millisecond are in no order
  add(identity_.create_org("other", "Other", "EUR").id, "dan", "owner");
  const auto first = members_.members(org_, std::nullopt, 2);
  ASSERT_EQ(first.members.size(), 2u);
  EXPECT_EQ(first.members[0].user_id, made[0]);
  EXPECT_EQ(first.members[1].user_id, made[1]);
  EXPECT_EQ(first.members[0].email, members_.member(org_, made[0]).email);
  EXPECT_EQ(first.members[0].role, "editor");
  ASSERT_TRUE(first.next_after);
  const auto second = members_.members(org_, first.next_after, 2);
  ASSERT_EQ(second.members.size(), 1u);
  EXPECT_EQ(second.members[0].user_id, made[2]);
  EXPECT_FALSE(second.next_after);
}

TEST_F(PostgresMemberTest, RolesDifferBetweenOrgs) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  add("ann", "owner");
  const auto user = add("bob", "owner");
  EXPECT_EQ(add(other, "bob", "viewer"), user);
  EXPECT_EQ(members_.set_role(org_, user, "admin", kAll).role, "admin");
  EXPECT_EQ(members_.member(other, user).role, "viewer");
  members_.remove(org_, user, kAll);
  EXPECT_ERROR(members_.member(org_, user), ErrorKind::not_found);
  EXPECT_EQ(members_.member(other, user).role, "viewer");
}

TEST_F(PostgresMemberTest, AnAdminManagesEditorsAndViewersOnly) {
  const auto owner = add("ann", "owner");
  const auto editor = add("bob", "editor");
  EXPECT_EQ(members_.set_role(org_, editor, "viewer", kOfAdmin).role, "viewer");
  EXPECT_ERROR(members_.set_role(org_, editor, "admin", kOfAdmin), ErrorKind::forbidden);
  EXPECT_ERROR(members_.set_role(org_, owner, "viewer", kOfAdmin), ErrorKind::forbidden);
  EXPECT_ERROR(members_.remove(org_, owner, kOfAdmin), ErrorKind::forbidden);
  EXPECT_EQ(members_.member(org_, editor).role, "viewer");
}

TEST_F(PostgresMemberTest, TheLastOwnerStays) {
  const auto ann = add("ann", "owner");
  add("bob", "admin");
  EXPECT_ERROR(members_.set_role(org_, ann, "admin", kAll), ErrorKind::conflict);
  EXPECT_ERROR(members_.remove(org_, ann, kAll), ErrorKind::conflict);
  EXPECT_EQ(members_.set_role(org_, ann, "owner", kAll).role, "owner");
  const auto cid = add("cid", "owner");
  members_.remove(org_, ann, kAll);
  EXPECT_ERROR(members_.remove(org_, cid, kAll), ErrorKind::conflict);
}

TEST_F(PostgresMemberTest, OfTwoOwnersWhoGoAtOnceOneStays) {
  for (int round = 0; round < 20; ++round) {
    std::vector<UserId> pair;
    for (const auto* name : {"ann", "bob"}) pair.push_back(add(fmt::format("{}{}", name, round), "owner"));
    inspect(fmt::format("UPDATE memberships SET role = 'viewer' WHERE user_id NOT IN ('{}', '{}')",
                        pair[0].uuid.to_string(), pair[1].uuid.to_string()));
    std::barrier together(2);
    std::atomic<int> refused = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i)
      threads.emplace_back([&, i] {
        together.arrive_and_wait();
        try {
          if (i == 0)
            members_.set_role(org_, pair[0], "viewer", kAll);
          else
            members_.remove(org_, pair[1], kAll);
        } catch (const Error& error) {
          EXPECT_EQ(error.kind(), ErrorKind::conflict);
          ++refused;
        }
      });
    threads.clear();
    EXPECT_EQ(refused, 1);
    ASSERT_EQ(owners(), "1");
  }
}

TEST_F(PostgresMemberTest, WhoBelongsNowhereIsForgotten) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  add("ann", "owner");
  const auto bob = add("bob", "viewer");
  add(other, "bob", "viewer");
  members_.remove(org_, bob, kAll);
  EXPECT_TRUE(identity_.user_by_email("bob@example.com"));
  members_.remove(other, bob, kAll);
  EXPECT_FALSE(identity_.user_by_email("bob@example.com"));
}

TEST_F(PostgresMemberTest, AnotherOrgsMemberIsNotThere) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  add("ann", "owner");
  const auto bob = add(other, "bob", "viewer");
  EXPECT_ERROR(members_.member(org_, bob), ErrorKind::not_found);
  EXPECT_ERROR(members_.set_role(org_, bob, "owner", kAll), ErrorKind::not_found);
  EXPECT_ERROR(members_.remove(org_, bob, kAll), ErrorKind::not_found);
  EXPECT_EQ(members_.member(other, bob).role, "viewer");
}

}  // namespace
}  // namespace likeness::test
