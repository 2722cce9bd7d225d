#include "adapters/postgres/audit_rows.hpp"

#include <algorithm>
#include <unordered_map>

#include "adapters/postgres/audit_canonical.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {

const char* const kSelectAuditEntry =
    "SELECT l.sequence, l.at_ms, l.actor_kind, l.actor_id, l.action, l.outcome, l.object_kind, l.object_id, l.trace_id,"
    " l.before_values, l.after_values, l.personal_hashes, l.previous_hash, l.hash, coalesce(u.email, '')"
    " FROM audit_log AS l LEFT JOIN users AS u ON u.id = CASE WHEN l.actor_kind = 'user'"
    " AND l.actor_id ~ '^usr_[0-9a-f-]{36}$' THEN substr(l.actor_id, 5)::uuid END";

AuditEntry read_audit_entry(const AuditChain& chain, const pqxx::row& row) {
  AuditEntry entry;
  entry.sequence = row[0].as<std::int64_t>();
  entry.at = read_time(row[1]);
  entry.fact = {.actor = {row[2].c_str(), row[3].c_str()},
                .action = row[4].c_str(),
                .outcome = row[5].c_str(),
                .object_kind = row[6].c_str(),
                .object_id = row[7].c_str(),
                .trace_id = row[8].c_str(),
                .before = row[9].c_str(),
                .after = row[10].c_str(),
                .personal = {}};
  entry.personal_hashes = row[11].c_str();
  entry.previous_hash = row[12].c_str();
  entry.hash = row[13].c_str();
  entry.actor_email = row[14].c_str();
  entry.canonical = canonical_text(chain, entry);
  return entry;
}

std::int64_t add_personal_values(SqlTransaction& transaction, const AuditChain& chain,
                                 std::vector<AuditEntry>& entries) {
  if (entries.empty()) return 0;
  const auto [first, last] = std::minmax(entries.front().sequence, entries.back().sequence);
  std::unordered_map<std::int64_t, AuditEntry*> by_sequence;
  for (auto& entry : entries) by_sequence[entry.sequence] = &entry;
  SqlArray wanted;
  for (const auto& entry : entries) wanted.add(static_cast<long long>(entry.sequence));
  const bool whole_range = last - first + 1 == static_cast<std::int64_t>(entries.size());
  const auto rows = transaction.exec_params(
      "SELECT sequence, name, subject, salt, value FROM audit_personal_values WHERE org_id = $1"
      " AND sequence BETWEEN $2 AND $3 AND ($4 OR sequence = ANY($5::bigint[])) ORDER BY sequence, name",
      sql(row_org(chain)), first, last, whole_range, wanted.text());
  for (const auto& row : rows) {
    const auto found = by_sequence.find(row[0].as<std::int64_t>());
    if (found == by_sequence.end()) return row[0].as<std::int64_t>();
    found->second->fact.personal.push_back({row[1].c_str(), row[2].c_str(), row[3].c_str(), row[4].c_str()});
  }
  return 0;
}

void insert_audit_entry(SqlTransaction& transaction, const AuditChain& chain, const AuditEntry& entry) {
  SqlArray names, subjects, salts, values;
  for (const auto& value : entry.fact.personal) {
    names.add(std::string_view(value.name));
    subjects.add(std::string_view(value.subject));
    salts.add(std::string_view(value.salt));
    values.add(std::string_view(value.value));
  }
  const auto& fact = entry.fact;
  transaction.exec_params(
      R"(WITH entry AS (
           INSERT INTO audit_log (org_id, sequence, at_ms, actor_kind, actor_id, action, outcome, object_kind,
                                  object_id, trace_id, before_values, after_values, personal_hashes, previous_hash,
                                  hash)
           VALUES ($1::uuid, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))
         INSERT INTO audit_personal_values (org_id, sequence, name, subject, salt, value)
         SELECT $1::uuid, $2::bigint, v.* FROM unnest($16::text[], $17::text[], $18::text[], $19::text[]) AS v)",
      sql(row_org(chain)), entry.sequence, static_cast<long long>(entry.at.time_since_epoch().count()), fact.actor.kind,
      fact.actor.id, fact.action, fact.outcome, fact.object_kind, fact.object_id, fact.trace_id, fact.before,
      fact.after, entry.personal_hashes, entry.previous_hash, entry.hash, names.text(), subjects.text(), salts.text(),
      values.text());
}

}  // namespace likeness
