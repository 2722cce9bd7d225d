#pragma once

#include <chrono>
#include <string>

#include "ports/invitation_store.hpp"
#include "ports/mailer.hpp"

namespace likeness::gateway {

Mail invitation_mail(const Invitation& invitation, const std::string& org_name, const std::string& link);
Mail password_reset_mail(const std::string& email, const std::string& link, std::chrono::minutes lifetime);

}  // namespace likeness::gateway
