#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "adapters/curl/fetch_target.hpp"
#include "domain/feed.hpp"

namespace likeness {

/// One request for a feed, without its redirects: what is asked, and what is called back while it runs.
struct FeedTransfer {
  const FetchTarget& target;
  const std::vector<ResolvedAddress>& addresses;  ///< checked; nothing else is connected to
  const FetchRules& rules;
  FeedCredentials credentials;  ///< none where the host is not to have them
  FeedVersion known;
  std::chrono::milliseconds timeout;
  std::chrono::milliseconds connect_timeout;
  long bytes_per_s_min;
  std::chrono::seconds slow_max;
  long long bytes_max;
  std::string user_agent;
  std::function<void(std::span<const std::uint8_t>)> take;  ///< of a 200 only
  std::function<bool()> go_on;
};

struct FeedTransferAnswer {
  int status = 0;  ///< 0 where none came
  std::string location;
  long long bytes = 0;
  FeedVersion version;
};

/// Runs the transfer; what the callbacks throw is thrown on. An answer with a status but for 200 has no body.
/// The answer is written as far as it came, also where an Error is returned: cancelled, too_large, timeout,
/// unsupported (a packing other than gzip), invalid_argument (an address that the rules refuse), unavailable.
Result<void> run_transfer(const FeedTransfer& transfer, FeedTransferAnswer& answer);

}  // namespace likeness
