#pragma once

#include <exception>
#include <expected>
#include <string>
#include <string_view>

namespace likeness {

/// What went wrong, in words that decide what happens next: the HTTP status and the retry policy are derived from the
/// kind and from nothing else.
enum class ErrorKind {
  invalid_argument,
  unauthenticated,
  forbidden,
  not_found,
  conflict,
  gone,
  too_large,
  rate_limited,
  unavailable,
  timeout,
  corrupt_data,
  unsupported,
  internal,
  cancelled,
};

enum class Fault { caller, data, dependency, ourselves, nobody };

/// Thrown for a whole request or command; held in Result<T> for one item of a batch. The message is for people, names
/// the thing at fault and never carries a secret or a path of the server.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string message, std::string field = {})
      : kind_(kind), message_(std::move(message)), field_(std::move(field)) {}

  ErrorKind kind() const noexcept { return kind_; }
  const std::string& message() const noexcept { return message_; }
  /// The offending field in dotted form ("filter.price"), empty where none is to blame.
  const std::string& field() const noexcept { return field_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorKind kind_;
  std::string message_;
  std::string field_;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, std::string message, std::string field = {}) {
  return std::unexpected<Error>(Error(kind, std::move(message), std::move(field)));
}

Fault fault_of(ErrorKind kind);
/// Whether the same attempt may succeed later without anybody changing anything.
bool is_retryable(ErrorKind kind);
/// The stable word for a kind, as it appears in problem documents and in the jobs table.
std::string_view to_string(ErrorKind kind);

}  // namespace likeness
