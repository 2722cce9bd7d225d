#pragma once

#include <string_view>

#include "base/error.hpp"

namespace likeness::gateway {

/// How a problem document begins. The contract's x-problem-types lists the same ones, with the same words.
struct ProblemType {
  int status = 500;
  std::string_view slug;  ///< "urn:likeness:problem:<slug>"
  std::string_view title;
};

/// Those that an error's kind says too little for, because a client has to tell them apart.
namespace problem_types {
inline constexpr ProblemType kMalformedRequest{400, "malformed-request", "The request is malformed"};
inline constexpr ProblemType kMalformedJson{400, "malformed-json", "The body is not JSON"};
inline constexpr ProblemType kQuotaExceeded{403, "quota-exceeded", "The quota is used up"};
inline constexpr ProblemType kIdempotencyKeyInUse{409, "idempotency-key-in-use",
                                                  "In conflict with a request that is running"};
inline constexpr ProblemType kPreconditionFailed{412, "precondition-failed", "Changed in the meantime"};
inline constexpr ProblemType kIdempotencyKeyReused{422, "idempotency-key-reused", "The key belongs to another request"};
inline constexpr ProblemType kDailyQuotaExceeded{429, "daily-quota-exceeded", "The day's quota is used up"};
}  // namespace problem_types

/// Of an error that is not one of those.
ProblemType problem_type_of(ErrorKind kind);

/// Of what the protocol refuses before any route is concerned. `status`: 400, 404, 405, 408, 413, 414, 417, 431, 501,
/// 503 or 505.
ProblemType problem_type_of_protocol(int status);

}  // namespace likeness::gateway
