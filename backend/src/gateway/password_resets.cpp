#include "gateway/password_resets.hpp"

#include "base/error.hpp"
#include "base/log.hpp"
#include "base/repetition.hpp"
#include "gateway/mail_texts.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kPrefix = "lk_reset_";

}  // namespace

PasswordResets::PasswordResets(const Ports& ports, const Options& options)
    : ports_(ports), options_(options), sender_("password-resets", 1, options.waiting_max) {}

PasswordResets::~PasswordResets() { stop_.request_stop(); }

PasswordResets::Link PasswordResets::make(UserId user) {
  const auto token = make_secret_token(ports_.digest, kPrefix);
  const auto expires_at = now() + options_.lifetime;
  ports_.resets.create(user, token.sha256, expires_at, std::chrono::seconds(0));
  return {token.text, options_.public_url() + "/password-reset#token=" + token.text, expires_at};
}

void PasswordResets::mail(const std::string& email) {
  const bool accepted = sender_.try_submit([this, email] {
    try {
      look_up_and_send(email);
    } catch (const std::exception& exception) {
      log::error("a link for a new password was not mailed: {}", exception.what());
    }
  });
  if (!accepted) throw Error(ErrorKind::rate_limited, "too many mails wait to be sent: try again in a minute");
}

void PasswordResets::look_up_and_send(const std::string& email) {
  const auto user = stop_.stop_requested() ? std::nullopt : ports_.identities.user_by_email(email);
  if (!user) return;
  const auto token = make_secret_token(ports_.digest, kPrefix);
  if (!ports_.resets.create(user->id, token.sha256, now() + options_.lifetime, options_.pause)) return;
  send(password_reset_mail(user->email, options_.public_url() + "/password-reset#token=" + token.text,
                           options_.lifetime));
}

void PasswordResets::send(const Mail& mail) {
  for (int attempt = 1;; ++attempt) try {
      ports_.mailer.send(mail);
      return;
    } catch (const Error& error) {
      if (!is_retryable(error.kind()) || attempt >= options_.tries_max || stop_.stop_requested()) throw;
      pause(stop_.get_token(), options_.retry_pause);
    }
}

}  // namespace likeness::gateway
