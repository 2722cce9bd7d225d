#include "adapters/postgres/audit_canonical.hpp"

#include <nlohmann/json.hpp>

namespace likeness {
namespace {

using nlohmann::json;

constexpr const char* kForm = "likeness-audit-1";

std::string text_of(const json& document) { return document.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace

std::string canonical_text(const AuditChain& chain, const AuditEntry& entry) {
  const auto& fact = entry.fact;
  return text_of(
      json::array({kForm, chain.to_string(), entry.sequence, entry.at.time_since_epoch().count(), fact.actor.kind,
                   fact.actor.id, fact.action, fact.outcome, fact.object_kind, fact.object_id, fact.trace_id,
                   fact.before, fact.after, entry.personal_hashes, entry.previous_hash}));
}

std::string hash_of(Digest& digest, const PersonalValue& value) {
  return hash_of(digest, text_of(json::array({value.salt, value.subject, value.name, value.value})));
}

std::string hash_of(Digest& digest, const std::string& text) {
  return digest.sha256_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace likeness
