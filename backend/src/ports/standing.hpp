#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/ids.hpp"

namespace likeness {

/// Words on what somebody may do at this moment ("open", "editor", the facts of an API key), near enough for every
/// request to ask. The truth is the database; whoever finds no word here reads there and keeps what it found. A word
/// that is kept never outlives changes(): in this process not at all, in other processes not where the shared memory
/// behind it could be reached, and else no longer than words are kept (`auth.standing_kept_s`). Never throws for a
/// memory that is away: then there are no words. Thread-safe.
class StandingCache {
 public:
  virtual ~StandingCache() = default;
  /// One answer for each subject, in one round trip; nullopt: read the truth.
  virtual std::vector<std::optional<std::string>> get(std::span<const std::string> subjects) = 0;
  /// Keeps, for a short time, a word that was read from the database, unless the subject has one or is changing.
  virtual void keep(const std::string& subject, const std::string& word) = 0;
  /// To be called before the transaction that changes what is true of a subject commits: from here on, and for longer
  /// than a request takes, the truth is read. Calling it for a change that is then undone costs nothing else.
  virtual void changes(const std::string& subject) = 0;
};

inline std::string session_subject(SessionId session) { return session.to_string(); }
inline std::string member_subject(OrgId org, UserId user) { return org.to_string() + ":" + user.to_string(); }
inline std::string org_subject(OrgId org) { return org.to_string(); }
/// An API key, by the SHA-256 of its secret.
inline std::string api_key_subject(const std::string& secret_sha256) { return "key:" + secret_sha256; }

}  // namespace likeness
