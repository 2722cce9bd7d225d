#include "gateway/routes/membership.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness::gateway {

std::string new_password(const nlohmann::json& body) {
  const auto password = body.value("password", "");
  if (utf8_length(password) < 8)
    throw Error(ErrorKind::invalid_argument, "password must have at least 8 characters", "password");
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
