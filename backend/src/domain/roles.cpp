#include "domain/roles.hpp"

#include <algorithm>

namespace likeness {

std::vector<std::string> manageable_roles(std::span<const std::string> roles) {
  const auto has = [roles](const char* role) { return std::ranges::find(roles, role) != roles.end(); };
  if (has("operator") || has("owner")) return {"owner", "admin", "editor", "viewer"};
  if (has("admin")) return {"editor", "viewer"};
  return {};
}

}  // namespace likeness
