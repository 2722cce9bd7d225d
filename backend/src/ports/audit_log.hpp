#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/audit.hpp"

namespace likeness {

struct AuditPage {
  std::vector<AuditEntry> entries;
  std::optional<std::int64_t> next_after;  ///< there are more: ask again with this
};

enum class AuditOrder { newest_first, oldest_first };

/// How far a check came.
struct AuditCheck {
  std::int64_t checked = 0;  ///< the entries up to this one are right
  std::int64_t entries = 0;  ///< that the chain has
  std::string hash = {};     ///< of the last entry that was checked
  bool complete = false;     ///< nothing is left to check
  /// What is wrong with the first entry that is not as it was recorded; empty where none is.
  std::string fault;
  std::int64_t broken_sequence = 0;  ///< which entry that is
};

/// Who did what: chains of entries that are only ever added. Thread-safe.
class AuditLog {
 public:
  virtual ~AuditLog() = default;
  /// Inside a unit of work, a part of its transaction; writers of one chain wait for each other until they commit.
  /// Error{gone} where the chain is closed.
  virtual void append(const AuditChain& chain, const AuditFact& fact) = 0;

  /// The entries that fit, beyond `after` in that order.
  virtual AuditPage list(const AuditChain& chain, const AuditFilter& filter, AuditOrder order,
                         std::optional<std::int64_t> after, int limit) = 0;
  /// Checks up to `limit` entries behind `after`, up to which the chain was found right before: hashes, order, the
  /// values about people that are still there, and at the end that nothing is missing.
  virtual AuditCheck check(const AuditChain& chain, std::int64_t after, int limit) = 0;

  /// Erases values about people, those of one subject, those older than a time, or both together; the chain stays
  /// valid. Returns how many went. At most `limit`.
  virtual long erase_personal_values(const AuditChain& chain, const std::string& subject,
                                     std::optional<TimePoint> before, int limit) = 0;

  /// Ends the chain of an org that is to be erased, and records that in the server's own: count and last hash. Says the
  /// same again where it is closed already.
  virtual AuditHead close_chain(OrgId org, const AuditActor& actor, const std::string& trace_id) = 0;
  /// Erases up to `limit` rows of a closed chain and returns how many went; 0: nothing is left.
  virtual long erase_chain(OrgId org, int limit) = 0;
};

}  // namespace likeness
