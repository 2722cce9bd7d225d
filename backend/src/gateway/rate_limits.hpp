#pragma once

#include <map>
#include <string>
#include <vector>

#include "gateway/contract.hpp"
#include "ports/metrics.hpp"
#include "ports/rate_limiter.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

struct RateLimitOptions {
  std::map<std::string, RateLimit, std::less<>>
      by_class;          ///< of one user or API key; a class without one is not limited
  int org_multiple = 5;  ///< of that for an org as a whole
  RateLimit account;     ///< of log-ins and the like for one e-mail address
};

/// Holds requests to the limits of their class. Each counts against who sends it and against the org; where nobody is
/// signed in, against the peer's address. The operator is not counted. Thread-safe; all ports must outlive it.
class RateLimits {
 public:
  RateLimits(RateLimitOptions options, RateLimiter& limiter, Digest& digest, Metrics& metrics);

  /// Counts the request and puts RateLimit-Limit, -Remaining and -Reset among the fields of its answer.
  /// NamedProblem (429) that says when to come back where a budget is used up.
  void admit(const Operation& operation, Request& request) const;
  /// Counts a request of class auth against the e-mail address that its body names, so that guessing one account's
  /// password from many addresses is slow as well.
  void admit_account(const Operation& operation, Request& request) const;

 private:
  void count(const Operation& operation, const std::vector<RateBudget>& budgets, Request& request) const;

  const RateLimitOptions options_;
  RateLimiter& limiter_;
  Digest& digest_;
  Metrics& metrics_;
};

/// What a peer is counted by: an IPv4 address, or the first 64 bits of an IPv6 address, which are one customer's.
std::string peer_network(const std::string& address);

}  // namespace likeness::gateway
