#pragma once

#include <chrono>
#include <string>

#include "ports/mailer.hpp"

namespace likeness {

struct SmtpOptions {
  std::string url;  ///< smtp://HOST:PORT or smtps://HOST:PORT; empty: no mail
  std::string user;
  std::string password;
  std::string from;
  bool tls_required = true;          ///< smtp:// that does not go over to TLS is an error
  std::string ca_file;               ///< trusted instead of the system's; empty for the system's
  std::chrono::seconds timeout{10};  ///< for one mail as a whole
};

/// Mail by SMTP, a connection for each, through libcurl: plain text in quoted-printable.
class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpOptions options);

  bool is_configured() const override { return !options_.url.empty(); }
  void send(const Mail& mail) override;

 private:
  const SmtpOptions options_;
};

}  // namespace likeness
