#pragma once

#include <span>
#include <string>
#include <vector>

namespace likeness {

/// The roles of members whom somebody with `roles` may invite, change and remove: operator and owner all of them, admin
/// editors and viewers, others none.
std::vector<std::string> manageable_roles(std::span<const std::string> roles);

}  // namespace likeness
