#include <fmt/format.h>
#include <atomic>
#include <barrier>
#include <thread>

#include "adapters/postgres/invitation_store.hpp"
#include "adapters/postgres/password_reset_store.hpp"
#include "adapters/postgres/setup_link_store.hpp"
#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;

/// Runs the task on so many threads at once and counts those that did not throw Error{gone}.
int count_winners(int threads, const std::function<void()>& task) {
  std::barrier together(threads);
  std::atomic<int> winners = 0;
  std::vector<std::jthread> running;
  for (int i = 0; i < threads; ++i)
    running.emplace_back([&] {
      together.arrive_and_wait();
      try {
        task();
        ++winners;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::gone) << error.message();
      }
    });
  running.clear();
  return winners;
}

class PostgresInvitationTest : public PostgresTest {
 protected:
  Invitation invite(const std::string& email, const std::string& token, std::chrono::milliseconds lifetime = 1h) {
    return invitations_.create(org_,
                               {.email = email,
                                .role = "editor",
                                .invited_by = "operator",
                                .token_sha256 = token,
                                .expires_at = now() + lifetime},
                               3);
  }
  static Joining newcomer() { return {.user_id = std::nullopt, .password_hash = "hash", .name = "Bob"}; }

  PostgresInvitationStore invitations_{app_pool_};
  PostgresPasswordResetStore resets_{app_pool_};
  PostgresSetupLinkStore setup_links_{app_pool_};
};

TEST_F(PostgresInvitationTest, AnInvitationMakesAMemberOnce) {
  const auto made = invite("bob@example.com", "token");
  const auto open = invitations_.find("token");
  ASSERT_TRUE(open);
  EXPECT_EQ(open->org_id, org_);
  EXPECT_EQ(open->invitation.id, made.id);
  EXPECT_FALSE(invitations_.find("other"));
  const auto user = invitations_.accept("token", newcomer());
  EXPECT_EQ(identity_.user_by_email("bob@example.com")->name, "Bob");
  EXPECT_EQ(identity_.memberships(user).at(0).role, "editor");
  EXPECT_ERROR(invitations_.accept("token", newcomer()), ErrorKind::gone);
  EXPECT_FALSE(invitations_.find("token"));
  EXPECT_EQ(inspect("SELECT count(*) FROM invitation_tokens"), "0");
}

TEST_F(PostgresInvitationTest, OfManyWhoAcceptAtOnceOneWins) {
  for (int round = 0; round < 10; ++round) {
    const auto token = fmt::format("token{}", round);
    invite(fmt::format("bob{}@example.com", round), token);
    EXPECT_EQ(count_winners(8, [&] { invitations_.accept(token, newcomer()); }), 1);
  }
  EXPECT_EQ(inspect("SELECT count(*) FROM memberships"), "10");
}

TEST_F(PostgresInvitationTest, ExpiredRevokedAndReplacedOnesAreGone) {
  invite("bob@example.com", "expired", -1s);
  EXPECT_FALSE(invitations_.find("expired"));
  EXPECT_ERROR(invitations_.accept("expired", newcomer()), ErrorKind::gone);
  invite("bob@example.com", "first");
  const auto second = invite("bob@example.com", "second");
  EXPECT_FALSE(invitations_.find("first"));
  EXPECT_ERROR(invitations_.accept("first", newcomer()), ErrorKind::gone);
  ASSERT_EQ(invitations_.invitations(org_, std::nullopt, 10).invitations.size(), 1u);
  invitations_.revoke(org_, second.id);
  EXPECT_ERROR(invitations_.revoke(org_, second.id), ErrorKind::not_found);
  EXPECT_ERROR(invitations_.accept("second", newcomer()), ErrorKind::gone);
  EXPECT_FALSE(identity_.user_by_email("bob@example.com"));
}

TEST_F(PostgresInvitationTest, MembersAreNotInvitedAndOpenOnesAreBounded) {
  identity_.create_user(org_, "ann@example.com", "hash", "owner");
  EXPECT_ERROR(invite("ann@example.com", "token"), ErrorKind::conflict);
  for (const auto* name : {"a", "b", "c"}) invite(fmt::format("{}@example.com", name), name);
  EXPECT_ERROR(invite("d@example.com", "d"), ErrorKind::forbidden);
  EXPECT_NO_THROW(invite("a@example.com", "a2"));
}

TEST_F(PostgresInvitationTest, AKnownUserKeepsThePassword) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto bob = identity_.create_user(other, "bob@example.com", "own hash", "owner");
  invite("bob@example.com", "token");
  EXPECT_ERROR(invitations_.accept("token", newcomer()), ErrorKind::conflict);
  EXPECT_EQ(invitations_.accept("token", {.user_id = bob, .password_hash = {}, .name = {}}), bob);
  EXPECT_EQ(identity_.user_by_email("bob@example.com")->password_hash, "own hash");
  EXPECT_EQ(identity_.memberships(bob).size(), 2u);
}

TEST_F(PostgresInvitationTest, AnotherOrgSeesNone) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  const auto made = invite("bob@example.com", "token");
  EXPECT_THAT(invitations_.invitations(other, std::nullopt, 10).invitations, testing::IsEmpty());
  EXPECT_ERROR(invitations_.invitation(other, made.id), ErrorKind::not_found);
  EXPECT_ERROR(invitations_.revoke(other, made.id), ErrorKind::not_found);
  EXPECT_TRUE(invitations_.find("token"));
  erase(org_, "acme");
  EXPECT_FALSE(invitations_.find("token"));
}

TEST_F(PostgresInvitationTest, APasswordResetWorksOnceAndTakesTheOthersAlong) {
  const auto ann = identity_.create_user(org_, "ann@example.com", "old", "owner");
  EXPECT_TRUE(resets_.create(ann, "first", now() + 1h, 0s));
  EXPECT_TRUE(resets_.create(ann, "second", now() + 1h, 0s));
  EXPECT_FALSE(resets_.create(ann, "third", now() + 1h, 60s));
  EXPECT_EQ(resets_.find("first"), ann);
  EXPECT_FALSE(resets_.find("third"));
  EXPECT_EQ(count_winners(4, [&] { resets_.complete("first", "new"); }), 1);
  EXPECT_EQ(identity_.user_by_email("ann@example.com")->password_hash, "new");
  EXPECT_FALSE(resets_.find("second"));
  EXPECT_TRUE(resets_.create(ann, "late", now() - 1s, 0s));
  EXPECT_FALSE(resets_.find("late"));
  EXPECT_ERROR(resets_.complete("late", "newer"), ErrorKind::gone);
}

TEST_F(PostgresInvitationTest, TheNewestSetUpLinkWorksOnce) {
  setup_links_.offer("first");
  setup_links_.offer("second");
  EXPECT_FALSE(setup_links_.is_offered("first"));
  EXPECT_TRUE(setup_links_.is_offered("second"));
  EXPECT_EQ(count_winners(4, [&] { setup_links_.take("second"); }), 1);
  EXPECT_FALSE(setup_links_.is_offered("second"));
}

}  // namespace
}  // namespace likeness::test
