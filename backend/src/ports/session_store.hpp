#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// One sign-in of a user on one device.
struct Session {
  SessionId id;
  UserId user_id;
  std::optional<OrgId> acting_org;  ///< that the last access token was for
  TimePoint created_at;
  TimePoint used_at;  ///< sign-in or last refresh
  TimePoint expires_at;
  std::string peer;
  std::string user_agent;
};

/// What came of a refresh token that was shown.
struct Rotation {
  enum class Outcome {
    turned,    ///< it is used up and the successor is in its place
    repeated,  ///< it was used up a moment ago: `successor_sealed` is what took its place then
    reused,    ///< it was used up before: somebody else may have it, so the session is over
    unknown,   ///< it is nobody's, or of a session that is over
  };
  Outcome outcome = Outcome::unknown;
  Bytes successor_sealed;
};

/// What a user may do in an org at this moment.
struct MemberStanding {
  bool session_open = false;
  std::optional<std::string> role;  ///< of the membership; nullopt where there is none
};

/// Sessions and their refresh tokens, which are known by their SHA-256 (lower-case hex) only. Thread-safe.
class SessionStore {
 public:
  virtual ~SessionStore() = default;

  /// Also ends the user's sessions that were not used for the longest time, so that `sessions_max` are left; returns
  /// those. Forgets some sessions, of whomever, that have expired.
  virtual std::vector<SessionId> open(const Session& session, const std::string& refresh_sha256, int sessions_max) = 0;
  /// The open session that a refresh token belongs to, whether the token is used up or not.
  virtual std::optional<Session> session_of(const std::string& refresh_sha256) = 0;

  struct Successor {
    std::string sha256;
    Bytes sealed;
    OrgId acting_org;
  };
  /// Takes the token and leaves the successor. Two that show one token at once get the same successor; so does who
  /// shows it again within `grace`.
  virtual Rotation rotate(const std::string& refresh_sha256, const Successor& successor,
                          std::chrono::seconds grace) = 0;

  /// The user's open sessions, the last used first.
  virtual std::vector<Session> of_user(UserId user) = 0;
  /// The session, where it is open and the user's.
  virtual std::optional<Session> session(UserId user, SessionId id) = 0;
  /// Whether the user had such a session and it was open.
  virtual bool end(UserId user, SessionId id) = 0;
  /// Ends the user's sessions, all but one; returns those that were open.
  virtual std::vector<SessionId> end_others(UserId user, std::optional<SessionId> except) = 0;

  virtual MemberStanding standing(SessionId session, UserId user, OrgId org) = 0;
};

}  // namespace likeness
