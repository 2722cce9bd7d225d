#include "adapters/postgres/session_store.hpp"

#include <algorithm>
#include <barrier>
#include <set>
#include <thread>

#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::seconds;
using Outcome = Rotation::Outcome;

constexpr seconds kGrace{10};

/// 64 hex digits that stand for the digest of a token.
std::string hash_of(int number) {
  const std::string digits = std::to_string(number);
  return std::string(64 - digits.size(), 'a') + digits;
}

class PostgresSessionTest : public PostgresTest {
 protected:
  PostgresSessionTest()
      : sessions_(app_pool_), ann_(identity_.create_user(org_, "ann@example.com", "hash", "editor")) {}

  Session open(int token, UserId user, seconds lifetime = seconds(3600), int sessions_max = 50) {
    const Session session{.id = SessionId::generate(),
                          .user_id = user,
                          .acting_org = org_,
                          .created_at = now(),
                          .used_at = now(),
                          .expires_at = now() + lifetime,
                          .peer = "192.0.2.7",
                          .user_agent = "Mozilla/5.0 \xf0\x9f\xa6\x8a"};
    ended_ = sessions_.open(session, hash_of(token), sessions_max);
    return session;
  }
  Session open(int token) { return open(token, ann_); }
  Rotation rotate(int token, int successor, seconds grace = kGrace) {
    const std::string sealed = "sealed " + std::to_string(successor);
    return sessions_.rotate(
        hash_of(token),
        {.sha256 = hash_of(successor), .sealed = Bytes(sealed.begin(), sealed.end()), .acting_org = org_}, grace);
  }
  static std::string text(const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); }
  bool is_open(const Session& session) { return sessions_.standing(session.id, session.user_id, org_).session_open; }

  PostgresSessionStore sessions_;
  UserId ann_;
  std::vector<SessionId> ended_;
};

TEST_F(PostgresSessionTest, ASessionIsWhatWasOpened) {
  const Session made = open(1);
  const auto found = sessions_.session_of(hash_of(1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, made.id);
  EXPECT_EQ(found->user_id, ann_);
  EXPECT_EQ(found->acting_org, org_);
  EXPECT_EQ(found->peer, made.peer);
  EXPECT_EQ(found->user_agent, made.user_agent);
  EXPECT_EQ(found->expires_at, made.expires_at);
  EXPECT_FALSE(sessions_.session_of(hash_of(2)));
  EXPECT_EQ(inspect("SELECT string_agg(sha256, ' ') FROM refresh_tokens"), hash_of(1)) << "only digests are kept";
  const auto standing = sessions_.standing(made.id, ann_, org_);
  EXPECT_TRUE(standing.session_open);
  EXPECT_EQ(standing.role, "editor");
}

TEST_F(PostgresSessionTest, StandingIsThatOfThisMoment) {
  const Session session = open(1);
  const auto other_org = identity_.create_org("other", "Other", "EUR").id;
  EXPECT_EQ(sessions_.standing(session.id, ann_, other_org).role, std::nullopt);
  inspect("UPDATE memberships SET role = 'viewer'");
  EXPECT_EQ(sessions_.standing(session.id, ann_, org_).role, "viewer");
  inspect("DELETE FROM memberships");
  EXPECT_EQ(sessions_.standing(session.id, ann_, org_).role, std::nullopt);
  EXPECT_TRUE(is_open(session));
  EXPECT_FALSE(sessions_.standing(session.id, UserId::generate(), org_).session_open) << "another user's session";
  EXPECT_FALSE(sessions_.standing(SessionId::generate(), ann_, org_).session_open);
  inspect("UPDATE sessions SET expires_at = now()");
  EXPECT_FALSE(is_open(session));
}

TEST_F(PostgresSessionTest, EachTokenIsTurnedOnce) {
  const Session session = open(1);
  for (int token = 1; token < 20; ++token) {
    EXPECT_EQ(rotate(token, token + 1).outcome, Outcome::turned);
    EXPECT_EQ(sessions_.session_of(hash_of(token + 1))->id, session.id);
  }
  EXPECT_EQ(rotate(99, 100).outcome, Outcome::unknown);
}

TEST_F(PostgresSessionTest, WithinTheGraceTheSameSuccessorComesAgain) {
  const Session session = open(1);
  rotate(1, 2);
  for (int again = 3; again < 6; ++again) {
    const auto rotation = rotate(1, again);
    EXPECT_EQ(rotation.outcome, Outcome::repeated);
    EXPECT_EQ(text(rotation.successor_sealed), "sealed 2");
    EXPECT_FALSE(sessions_.session_of(hash_of(again)));
  }
  EXPECT_EQ(rotate(2, 6).outcome, Outcome::turned);
  EXPECT_EQ(text(rotate(1, 7).successor_sealed), "sealed 2") << "even where the successor was used meanwhile";
  EXPECT_TRUE(is_open(session));
}

TEST_F(PostgresSessionTest, AUsedTokenThatComesBackEndsTheSession) {
  const Session session = open(1), apart = open(50);
  rotate(1, 2);
  rotate(2, 3);
  inspect("UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL");
  EXPECT_EQ(rotate(1, 4).outcome, Outcome::reused);
  EXPECT_FALSE(is_open(session));
  for (const int token : {1, 2, 3, 4}) {
    EXPECT_EQ(rotate(token, 100 + token).outcome, Outcome::unknown) << token;
    EXPECT_FALSE(sessions_.session_of(hash_of(token)));
  }
  EXPECT_TRUE(is_open(apart)) << "another sign-in of the same user";
  EXPECT_EQ(rotate(50, 51).outcome, Outcome::turned);
}

TEST_F(PostgresSessionTest, WithoutGraceTheSecondUseIsTheLast) {
  const Session session = open(1);
  rotate(1, 2, seconds(0));
  EXPECT_EQ(rotate(1, 3, seconds(0)).outcome, Outcome::reused);
  EXPECT_FALSE(is_open(session));
}

TEST_F(PostgresSessionTest, SealedSuccessorsAreWipedAfterTheGrace) {
  open(1);
  rotate(1, 2);
  inspect("UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL");
  rotate(2, 3);
  EXPECT_EQ(inspect("SELECT count(*) FROM refresh_tokens WHERE successor_sealed IS NOT NULL"), "1");
}

TEST_F(PostgresSessionTest, RefreshingDoesNotProlongASession) {
  const Session session = open(1);
  rotate(1, 2);
  EXPECT_EQ(sessions_.session_of(hash_of(2))->expires_at, session.expires_at);
  inspect("UPDATE sessions SET expires_at = now()");
  EXPECT_EQ(rotate(2, 3).outcome, Outcome::unknown);
  EXPECT_FALSE(sessions_.session_of(hash_of(2)));
}

TEST_F(PostgresSessionTest, EightThatShowOneTokenAtOnceGetOneSuccessor) {
  constexpr int kThreads = 8, kRounds = 20;
  const Session session = open(1);
  int current = 1;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Rotation> rotations(kThreads);
    std::barrier together(kThreads);
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&, i] {
          together.arrive_and_wait();
          rotations[static_cast<std::size_t>(i)] = rotate(current, 1000 + round * kThreads + i);
        });
    }
    std::set<std::string> repeated;
    int turned = 0, winner = 0;
    for (int i = 0; i < kThreads; ++i) {
      const auto& rotation = rotations[static_cast<std::size_t>(i)];
      if (rotation.outcome == Outcome::turned) {
        ++turned;
        winner = 1000 + round * kThreads + i;
      } else {
        EXPECT_EQ(rotation.outcome, Outcome::repeated);
        repeated.insert(text(rotation.successor_sealed));
      }
    }
    EXPECT_EQ(turned, 1);
    EXPECT_EQ(repeated, std::set<std::string>{"sealed " + std::to_string(winner)});
    current = winner;
  }
  EXPECT_TRUE(is_open(session));
  EXPECT_EQ(inspect("SELECT count(*) FROM refresh_tokens WHERE used_at IS NULL"), "1");
}

TEST_F(PostgresSessionTest, AUserSeesAndEndsTheOwnSessionsOnly) {
  const auto bob = identity_.create_user(org_, "bob@example.com", "hash", "viewer");
  const Session first = open(1), second = open(2), of_bob = open(3, bob);
  rotate(1, 11);
  const auto seen = sessions_.of_user(ann_);
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].id, first.id) << "the last used first";
  EXPECT_FALSE(sessions_.session(ann_, of_bob.id));
  EXPECT_FALSE(sessions_.end(ann_, of_bob.id));
  EXPECT_TRUE(is_open(of_bob));
  EXPECT_TRUE(sessions_.end(ann_, second.id));
  EXPECT_FALSE(sessions_.end(ann_, second.id)) << "once";
  EXPECT_FALSE(is_open(second));
  const Session third = open(4);
  EXPECT_EQ(sessions_.end_others(ann_, third.id), std::vector<SessionId>{first.id});
  EXPECT_TRUE(is_open(third));
  EXPECT_TRUE(is_open(of_bob));
  EXPECT_EQ(sessions_.end_others(ann_, std::nullopt), std::vector<SessionId>{third.id});
}

TEST_F(PostgresSessionTest, BeyondTheBoundTheLeastUsedSessionEnds) {
  const Session first = open(1, ann_, seconds(3600), 2), second = open(2, ann_, seconds(3600), 2);
  EXPECT_THAT(ended_, testing::IsEmpty());
  rotate(1, 11);
  const Session third = open(3, ann_, seconds(3600), 2);
  EXPECT_EQ(ended_, std::vector<SessionId>{second.id});
  EXPECT_TRUE(is_open(first));
  EXPECT_TRUE(is_open(third));
}

TEST_F(PostgresSessionTest, ExpiredSessionsAreForgotten) {
  for (int i = 0; i < 5; ++i) open(i, ann_, seconds(-1));
  open(10);
  EXPECT_EQ(inspect("SELECT count(*) FROM sessions"), "1");
  EXPECT_EQ(inspect("SELECT count(*) FROM refresh_tokens"), "1");
}

TEST_F(PostgresSessionTest, SessionsGoWithTheirUserAndOutliveAnOrg) {
  const auto other = identity_.create_org("other", "Other", "EUR").id;
  identity_.create_user(other, "ann@example.com", "", "viewer");
  const Session session = open(1);
  erase(org_, "acme");
  EXPECT_EQ(sessions_.session_of(hash_of(1))->acting_org, std::nullopt);
  EXPECT_TRUE(sessions_.standing(session.id, ann_, other).session_open);
  erase(other, "other");
  EXPECT_FALSE(sessions_.session_of(hash_of(1))) << "the user went with the last org";
}

TEST_F(PostgresSessionTest, PasswordsAreChangedById) {
  identity_.set_password_hash(ann_, "another");
  EXPECT_EQ(identity_.user(ann_)->password_hash, "another");
  EXPECT_EQ(identity_.user(ann_)->email, "ann@example.com");
  EXPECT_FALSE(identity_.user(UserId::generate()));
}

}  // namespace
}  // namespace likeness::test
