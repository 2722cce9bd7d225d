#include "gateway/mail_texts.hpp"

#include <fmt/format.h>

namespace likeness::gateway {

Mail invitation_mail(const Invitation& invitation, const std::string& org_name, const std::string& link) {
  return {.to = invitation.email,
          .subject = "You are invited to Likeness",
          .text = fmt::format("Hello,\n\nyou are invited to {} on Likeness, as {}. Accept it here:\n\n{}\n\n"
                              "The link works once, until {}. Without it nothing happens.\n",
                              org_name, invitation.role, link, to_iso8601(invitation.expires_at))};
}

Mail password_reset_mail(const std::string& email, const std::string& link, std::chrono::minutes lifetime) {
  return {.to = email,
          .subject = "Set a new password for Likeness",
          .text = fmt::format("Hello,\n\nsomebody, you perhaps, asked to set a new password for this address. Do it "
                              "here:\n\n{}\n\nThe link works once, within {} minutes. If it was not you, do nothing: "
                              "your password stays as it is.\n",
                              link, lifetime.count())};
}

}  // namespace likeness::gateway
