#pragma once

#include <string>

namespace likeness {

/// Signs what the server vouches for: Ed25519, keys and signatures in base64. Thread-safe.
class ReportSigner {
 public:
  virtual ~ReportSigner() = default;
  virtual std::string public_key() const = 0;
  virtual std::string sign(const std::string& text) = 0;
};

}  // namespace likeness
