#pragma once

#include <string>

#include "domain/audit.hpp"
#include "ports/security.hpp"

namespace likeness {

/// The text whose SHA-256 an entry carries: a JSON array without white space, in UTF-8 (docs/audit.md). Takes
/// everything of the entry but `hash`, `canonical` and what is not part of the chain.
std::string canonical_text(const AuditChain& chain, const AuditEntry& entry);
/// SHA-256 over the JSON array of salt, subject, name and value.
std::string hash_of(Digest& digest, const PersonalValue& value);
std::string hash_of(Digest& digest, const std::string& text);

}  // namespace likeness
