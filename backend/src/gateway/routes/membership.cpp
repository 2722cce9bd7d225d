#include "gateway/routes/membership.hpp"

#include <nlohmann/json.hpp>

#include "domain/password_rules.hpp"

namespace likeness::gateway {

std::string new_password(const nlohmann::json& body) {
  const auto password = body.value("password", "");
  require_good_password(password, "password");
  return password;
}

Response joined(const Org& org, UserId user, const std::string& email, const std::string& role) {
  return Response::json(201, {{"org_id", org.id.to_string()},
                              {"org", org.slug},
                              {"user_id", user.to_string()},
                              {"email", email},
                              {"role", role}});
}

}  // namespace likeness::gateway
