#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// A sequence of entries each of which carries the hash of the one before: an org's, or, without one, the server's own,
/// which tells of orgs made and erased and of attempts that belong to nobody.
struct AuditChain {
  std::optional<OrgId> org;

  /// "org_…" or "server".
  std::string to_string() const { return org ? org->to_string() : "server"; }
  bool operator==(const AuditChain&) const = default;
};

/// `kind` is operator, user, api_key or nobody; `id` is empty for the first and the last.
struct AuditActor {
  std::string kind = "nobody";
  std::string id;
};

/// A value about a person, under the salt that its hash was made with. `name` says where it stands in the entry:
/// "peer", "after.email"; `subject` is the id of whom it is about, or empty.
struct PersonalValue {
  std::string name;
  std::string subject;
  std::string salt;
  std::string value;
};

/// What is recorded. Texts are valid UTF-8 without NUL.
struct AuditFact {
  AuditActor actor;
  std::string action;          ///< operation id, or closeAuditLog
  std::string outcome = "ok";  ///< else the kind of the error
  std::string object_kind;     ///< "feed"; empty where there is none
  std::string object_id;
  std::string trace_id;
  std::string before;  ///< JSON; empty for none
  std::string after;
  std::vector<PersonalValue> personal;  ///< their salts are made when they are recorded
};

/// What was recorded. `fact.personal` holds the values that are not erased.
struct AuditEntry {
  std::int64_t sequence = 0;  ///< from 1 without gaps
  TimePoint at;               ///< never before that of the entry before
  AuditFact fact;
  std::string actor_email;      ///< of a user that is still there; not a part of the chain
  std::string personal_hashes;  ///< JSON object by name, of the erased values as well; empty for none
  std::string previous_hash;
  std::string hash;
  std::string canonical;  ///< the text whose SHA-256 `hash` is; docs/audit.md describes it
};

/// Empty members do not narrow.
struct AuditFilter {
  std::string actor;  ///< id, kind or a user's e-mail
  std::string action;
  std::string object_id;
  std::optional<TimePoint> from;   ///< this time or later
  std::optional<TimePoint> until;  ///< before this time
};

/// Where a chain ended.
struct AuditHead {
  std::int64_t entries = 0;
  std::string hash;
};

}  // namespace likeness
