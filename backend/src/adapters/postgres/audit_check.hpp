#pragma once

#include <string>

#include "domain/audit.hpp"
#include "ports/security.hpp"

namespace likeness {

/// What is wrong with an entry that should follow another; empty where it is as it was recorded. Its values about
/// people may be gone, but those that are there must have the hashes that the entry names.
std::string audit_fault(Digest& digest, std::int64_t previous_sequence, const std::string& previous_hash,
                        const AuditEntry& entry);

}  // namespace likeness
