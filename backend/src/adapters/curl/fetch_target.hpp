#pragma once

#include <string>
#include <vector>

#include "adapters/curl/resolver.hpp"
#include "base/error.hpp"

namespace likeness {

/// What a URL may be, before anything is sent.
struct FetchRules {
  std::vector<int> ports = {80, 443};
  bool allow_loopback = false;  ///< for tests only
};

/// A URL that passed the rules.
struct FetchTarget {
  std::string url;   ///< normalised, without its fragment
  std::string host;  ///< ASCII, without brackets
  int port = 0;
  std::string shown;  ///< for messages: without the query, which may hold a secret
};

/// Parses with the parser that will fetch, so that nothing is read in two ways. Error{invalid_argument} says which rule
/// the URL breaks.
Result<FetchTarget> check_url(const std::string& url, const FetchRules& rules);

/// Error{invalid_argument} where any of the addresses is not public.
Result<void> check_addresses(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses,
                             const FetchRules& rules);

bool is_allowed_address(const sockaddr& address, const FetchRules& rules);

}  // namespace likeness
