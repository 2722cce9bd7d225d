#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "gateway/response.hpp"
#include "gateway/routes/services.hpp"

namespace likeness::gateway {

/// The body's "password", which somebody chooses now. Error{invalid_argument} where it is missing or no
/// good (domain/password_rules.hpp).
std::string new_password(const nlohmann::json& body);

/// What somebody is told who has just joined an org: 201.
Response joined(const Org& org, UserId user, const std::string& email, const std::string& role);

}  // namespace likeness::gateway
