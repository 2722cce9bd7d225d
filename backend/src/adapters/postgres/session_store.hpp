#pragma once

#include "adapters/postgres/transaction.hpp"
#include "ports/session_store.hpp"

namespace likeness {

/// Runs as likeness_app on two global tables. A session's row is locked while one of its tokens is turned, so that of
/// several who show it at once one turns it and the others see that.
class PostgresSessionStore final : public SessionStore {
 public:
  explicit PostgresSessionStore(PostgresConnectionPool& app_pool) : pool_(app_pool) {}

  std::vector<SessionId> open(const Session& session, const std::string& refresh_sha256, int sessions_max) override;
  std::optional<Session> session_of(const std::string& refresh_sha256) override;
  /// Of one session the newest 1,000 tokens are remembered; an older one is unknown.
  Rotation rotate(const std::string& refresh_sha256, const Successor& successor, std::chrono::seconds grace) override;
  std::vector<Session> of_user(UserId user) override;
  std::optional<Session> session(UserId user, SessionId id) override;
  bool end(UserId user, SessionId id) override;
  std::vector<SessionId> end_others(UserId user, std::optional<SessionId> except) override;
  MemberStanding standing(SessionId session, UserId user, OrgId org) override;

 private:
  PostgresConnectionPool& pool_;
};

}  // namespace likeness
