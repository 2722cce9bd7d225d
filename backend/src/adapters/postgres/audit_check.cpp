#include "adapters/postgres/audit_check.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "adapters/postgres/audit_canonical.hpp"

namespace likeness {
namespace {

using nlohmann::json;

std::string personal_fault(Digest& digest, const AuditEntry& entry) {
  if (entry.fact.personal.empty()) return {};
  const auto hashes = json::parse(entry.personal_hashes, nullptr, /*allow_exceptions=*/false);
  for (const auto& value : entry.fact.personal)
    if (!hashes.is_object() || hashes.value(value.name, "") != hash_of(digest, value))
      return fmt::format("the value \"{}\" that lies beside it was changed", value.name);
  return {};
}

}  // namespace

std::string audit_fault(Digest& digest, std::int64_t previous_sequence, const std::string& previous_hash,
                        const AuditEntry& entry) {
  if (entry.sequence != previous_sequence + 1) return "it is missing";
  if (hash_of(digest, entry.canonical) != entry.hash) return "it was changed: its hash is not that of what it says";
  if (entry.previous_hash != previous_hash) return "it does not follow the entry before it, which was replaced";
  return personal_fault(digest, entry);
}

}  // namespace likeness
