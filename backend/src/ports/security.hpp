#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// SHA-256 over bytes that come in pieces. For one thread.
class DigestStream {
 public:
  virtual ~DigestStream() = default;
  virtual void update(std::span<const std::uint8_t> piece) = 0;
  /// Lower-case hex; call once, at the end.
  virtual std::string finish_hex() = 0;
};

/// Lower-case hex SHA-256.
class Digest {
 public:
  virtual ~Digest() = default;
  virtual std::string sha256_hex(std::span<const std::uint8_t> bytes) = 0;
  virtual std::unique_ptr<DigestStream> sha256_stream() = 0;
  /// `byte_count` bytes from the kernel, base64url.
  virtual std::string random_token(int byte_count) = 0;
};

/// argon2id. At most two hashes run at a time; where the queue behind them is full, Error{rate_limited}. Thread-safe.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  /// Error{rate_limited} where a hash would be refused at this moment: asked before anything else is done for one.
  virtual void require_room() = 0;
  virtual std::string hash(const std::string& password) = 0;
  /// An empty `hash` costs the same time and answers false, so that an unknown user cannot be told by the clock.
  virtual bool verify(const std::string& hash, const std::string& password) = 0;
};

/// What a token says. Not what its user may do: that is asked anew for each request (standing.hpp).
struct AccessClaims {
  UserId user_id;
  OrgId org_id;
  SessionId session_id;
  TimePoint expires_at;
};

/// Access tokens: JWT, ES256, signed by one key and verified by any of several, named by `kid`. verify() is
/// Error{unauthenticated} for anything but a current token of ours. Thread-safe.
class AccessTokens {
 public:
  virtual ~AccessTokens() = default;
  virtual std::string issue(const AccessClaims& claims) = 0;
  virtual AccessClaims verify(const std::string& token) = 0;
};

/// Secrets that have to be read again, encrypted under the server's key. `context` says what a secret belongs to, and a
/// sealed one opens under its own context only. Thread-safe.
class SecretBox {
 public:
  virtual ~SecretBox() = default;
  virtual Bytes seal(const std::string& secret, const std::string& context) = 0;
  /// Error{corrupt_data} where it was sealed under another key or context, or was changed.
  virtual std::string open(std::span<const std::uint8_t> sealed, const std::string& context) = 0;
};

/// Texts that clients keep for us and hand back: nobody else can make or change one, and each is good for its own
/// context only. Thread-safe.
class TextSigner {
 public:
  virtual ~TextSigner() = default;
  /// base64url without padding; the same for the same text and context.
  virtual std::string sign(std::string_view text, std::string_view context) = 0;
  /// The text; nullopt for anything that sign() has not made for this context.
  virtual std::optional<std::string> open(std::string_view signed_text, std::string_view context) = 0;
};

}  // namespace likeness
