#include "adapters/postgres/audit_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "adapters/postgres/audit_canonical.hpp"
#include "adapters/postgres/audit_check.hpp"
#include "adapters/postgres/audit_rows.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

constexpr int kSaltBytes = 16;
constexpr const char* kClosing = "closeAuditLog";
const std::string kNoHash(64, '0');

struct Head {
  AuditHead end;
  TimePoint at;
  bool closed = false;
};

Head lock_head(SqlTransaction& transaction, const AuditChain& chain) {
  const auto row = transaction.exec_params1(
      "SELECT entries, hash, at_ms, closed_at IS NOT NULL FROM audit_lock_head($1)", sql(row_org(chain)));
  return {{row[0].as<std::int64_t>(), row[1].c_str()}, read_time(row[2]), row[3].as<bool>()};
}

std::optional<std::int64_t> milliseconds(const std::optional<TimePoint>& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

struct End {
  AuditHead head;
  std::int64_t last_present = 0;
};

/// In one statement: what is added meanwhile is no fault.
End read_end(SqlTransaction& transaction, const AuditChain& chain) {
  const auto row = transaction.exec_params1(
      "SELECT coalesce(max(h.entries), 0), coalesce(max(h.hash), $2),"
      " (SELECT coalesce(max(sequence), 0) FROM audit_log WHERE org_id = $1) FROM audit_heads AS h WHERE h.org_id = $1",
      sql(row_org(chain)), kNoHash);
  return {{row[0].as<std::int64_t>(), row[1].c_str()}, row[2].as<std::int64_t>()};
}

/// Empty where the entry is not there, which no entry follows.
std::string hash_at(SqlTransaction& transaction, const AuditChain& chain, std::int64_t sequence) {
  if (sequence == 0) return kNoHash;
  const auto rows = transaction.exec_params("SELECT hash FROM audit_log WHERE org_id = $1 AND sequence = $2",
                                            sql(row_org(chain)), sequence);
  return rows.empty() ? std::string{} : rows[0][0].c_str();
}

std::vector<AuditEntry> read_after(SqlTransaction& transaction, const AuditChain& chain, std::int64_t after,
                                   std::int64_t last, int limit) {
  std::vector<AuditEntry> entries;
  const auto rows = transaction.exec_params(
      fmt::format("{} WHERE l.org_id = $1 AND l.sequence > $2 AND l.sequence <= $3 ORDER BY l.sequence LIMIT $4",
                  kSelectAuditEntry),
      sql(row_org(chain)), after, last, limit);
  for (const auto& row : rows) entries.push_back(read_audit_entry(chain, row));
  return entries;
}

TransactionScope erased(OrgId org) { return {.org = org, .user = {}, .even_if_erasing = true}; }

}  // namespace

void PostgresAuditLog::append(const AuditChain& chain, const AuditFact& fact) {
  in_org(pool_, row_org(chain), [&](SqlTransaction& transaction) { append(transaction, chain, fact); });
}

void PostgresAuditLog::append(SqlTransaction& transaction, const AuditChain& chain, const AuditFact& fact) {
  const auto head = lock_head(transaction, chain);
  if (head.closed) throw Error(ErrorKind::gone, "the audit log of this org is closed");
  AuditEntry entry;
  entry.sequence = head.end.entries + 1;
  entry.at = std::max(now(), head.at);
  entry.fact = fact;
  entry.previous_hash = head.end.hash;
  nlohmann::json hashes = nlohmann::json::object();
  for (auto& value : entry.fact.personal) {
    value.salt = digest_.random_token(kSaltBytes);
    hashes[value.name] = hash_of(digest_, value);
  }
  if (!hashes.empty()) entry.personal_hashes = hashes.dump();
  entry.hash = hash_of(digest_, canonical_text(chain, entry));
  insert_audit_entry(transaction, chain, entry);
}

AuditPage PostgresAuditLog::list(const AuditChain& chain, const AuditFilter& filter, AuditOrder order,
                                 std::optional<std::int64_t> after, int limit) {
  const bool newest_first = order == AuditOrder::newest_first;
  return in_org(pool_, row_org(chain), [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format(R"({} WHERE l.org_id = $1 AND ($2 = '' OR l.actor_id = $2 OR (l.actor_kind = $2 AND l.actor_id = '')
                  OR l.actor_id = (SELECT 'usr_' || id FROM users WHERE email = lower($2)))
             AND ($3 = '' OR l.action = $3) AND ($4 = '' OR l.object_id = $4)
             AND ($5::bigint IS NULL OR l.at_ms >= $5) AND ($6::bigint IS NULL OR l.at_ms < $6)
             AND ($7::bigint IS NULL OR l.sequence {} $7) ORDER BY l.sequence {} LIMIT $8)",
                    kSelectAuditEntry, newest_first ? "<" : ">", newest_first ? "DESC" : "ASC"),
        sql(row_org(chain)), filter.actor, filter.action, filter.object_id, milliseconds(filter.from),
        milliseconds(filter.until), after, limit + 1);
    AuditPage page;
    for (const auto& row : rows) page.entries.push_back(read_audit_entry(chain, row));
    if (page.entries.size() > static_cast<std::size_t>(limit)) {
      page.entries.pop_back();
      page.next_after = page.entries.back().sequence;
    }
    add_personal_values(transaction, chain, page.entries);
    return page;
  });
}

AuditCheck PostgresAuditLog::check(const AuditChain& chain, std::int64_t after, int limit) {
  return in_org(pool_, row_org(chain), [&](SqlTransaction& transaction) {
    const auto end = read_end(transaction, chain);
    AuditCheck check;
    check.checked = after;
    check.entries = end.head.entries;
    const auto fail = [&check](std::int64_t sequence, std::string fault) {
      check.broken_sequence = sequence;
      check.fault = std::move(fault);
      return check;
    };
    check.hash = hash_at(transaction, chain, after);
    auto entries = read_after(transaction, chain, after, end.head.entries, limit);
    const auto stray = add_personal_values(transaction, chain, entries);
    for (const auto& entry : entries) {
      auto fault = audit_fault(digest_, check.checked, check.hash, entry);
      if (!fault.empty()) return fail(check.checked + 1, std::move(fault));
      check.checked = entry.sequence;
      check.hash = entry.hash;
    }
    if (stray != 0) return fail(stray, "a value lies beside it that it does not name");
    if (std::ssize(entries) == limit && check.checked < end.head.entries) return check;
    if (check.checked < end.head.entries) return fail(check.checked + 1, "it is missing");
    if (check.hash != end.head.hash) return fail(check.checked, "it is not the entry that the log ended with");
    if (end.last_present > end.head.entries)
      return fail(end.last_present, fmt::format("it is there, though the log ended with entry {}", end.head.entries));
    check.complete = true;
    return check;
  });
}

long PostgresAuditLog::erase_personal_values(const AuditChain& chain, const std::string& subject,
                                             std::optional<TimePoint> before, int limit) {
  return in_org(pool_, row_org(chain), [&](SqlTransaction& transaction) {
    const auto gone = transaction.exec_params(
        R"(DELETE FROM audit_personal_values WHERE org_id = $1 AND (sequence, name) IN (
             SELECT v.sequence, v.name FROM audit_personal_values AS v
              WHERE v.org_id = $1 AND ($2 = '' OR v.subject = $2) AND ($3::bigint IS NULL OR EXISTS (
                SELECT FROM audit_log AS l WHERE l.org_id = $1 AND l.sequence = v.sequence AND l.at_ms < $3))
              LIMIT $4))",
        sql(row_org(chain)), subject, milliseconds(before), limit);
    return static_cast<long>(gone.affected_rows());
  });
}

AuditHead PostgresAuditLog::close_chain(OrgId org, const AuditActor& actor, const std::string& trace_id) {
  return run_scoped(pool_, erased(org), [&](SqlTransaction& transaction) {
    const auto head = lock_head(transaction, {org});
    if (head.closed) return head.end;
    transaction.exec_params("SELECT audit_close($1)", sql(org));
    AuditFact fact;
    fact.actor = actor;
    fact.action = kClosing;
    fact.object_kind = "org";
    fact.object_id = org.to_string();
    fact.trace_id = trace_id;
    fact.before = nlohmann::json{{"entries", head.end.entries}, {"hash", head.end.hash}}.dump();
    set_scope(transaction, {.org = row_org({}), .user = {}, .even_if_erasing = false});
    append(transaction, {}, fact);
    return head.end;
  });
}

long PostgresAuditLog::erase_chain(OrgId org, int limit) {
  return run_scoped(pool_, erased(org), [&](SqlTransaction& transaction) {
    return transaction.exec_params1("SELECT audit_erase($1, $2)", sql(org), limit)[0].as<long>();
  });
}

}  // namespace likeness
