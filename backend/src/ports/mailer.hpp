#pragma once

#include <string>

namespace likeness {

/// A mail of plain text to one person.
struct Mail {
  std::string to;
  std::string subject;  ///< ASCII
  std::string text;     ///< UTF-8, lines ended by \n
};

/// Sends mail. Thread-safe.
class Mailer {
 public:
  virtual ~Mailer() = default;
  /// Without it nothing can be sent, and links are shown to whoever asks for them.
  virtual bool is_configured() const = 0;
  /// Returns when the mail server has taken the mail. Error{invalid_argument} for an address or subject that cannot
  /// stand in a header, Error{timeout}, Error{unavailable} with what the mail server said.
  virtual void send(const Mail& mail) = 0;
};

}  // namespace likeness
