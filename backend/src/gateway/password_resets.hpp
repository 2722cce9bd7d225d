#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>

#include "base/worker_pool.hpp"
#include "ports/identity_store.hpp"
#include "ports/mailer.hpp"
#include "ports/password_reset_store.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// Makes links by which a user sets a new password. Thread-safe; everything must outlive it.
class PasswordResets {
 public:
  struct Ports {
    IdentityStore& identities;
    PasswordResetStore& resets;
    Digest& digest;
    Mailer& mailer;
  };
  struct Options {
    std::chrono::minutes lifetime{60};
    std::chrono::seconds pause{60};             ///< between two mails to one user
    std::size_t waiting_max = 256;              ///< mails that wait to be sent
    int tries_max = 3;                          ///< to send one mail
    std::chrono::seconds retry_pause{5};        ///< before the next try
    std::function<std::string()> public_url{};  ///< where people reach this server
  };
  PasswordResets(const Ports& ports, const Options& options);
  /// Finishes the mail in hand.
  ~PasswordResets();

  struct Link {
    std::string token;
    std::string url;
    TimePoint expires_at;
  };
  /// A link for somebody who hands it on.
  Link make(UserId user);
  /// Mails a link to the address, where it is a user's. Everything that depends on that happens later, on a thread of
  /// its own: the caller cannot tell the difference. Mails that were not sent when the server stops are lost.
  /// Error{rate_limited} where too many wait.
  void mail(const std::string& email);

 private:
  void look_up_and_send(const std::string& email);
  void send(const Mail& mail);

  Ports ports_;
  Options options_;
  std::stop_source stop_;
  WorkerPool sender_;
};

}  // namespace likeness::gateway
