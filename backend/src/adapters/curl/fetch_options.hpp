#pragma once

#include <chrono>
#include <string>

#include "adapters/curl/fetch_target.hpp"
#include "adapters/curl/host_table.hpp"

namespace likeness {

struct CurlFetchOptions {
  std::size_t bytes_max = 20 * 1024 * 1024;
  std::chrono::milliseconds timeout{15'000};  ///< look-up, all redirects and the body together
  std::chrono::milliseconds connect_timeout{5'000};
  int redirects_max = 3;
  FetchRules rules = {};
  std::string user_agent = "Likeness/0.1 (product image fetcher)";
  int concurrent_max = 200;
  /// Of all bodies that are being received or not yet taken; while it is used up, transfers pause.
  std::size_t in_flight_bytes_max = 256 * 1024 * 1024;
  std::chrono::milliseconds wait_max{10'000};  ///< for the host's and the common budget
  int bytes_per_second_min = 1000;             ///< a transfer that is slower for slow_max is given up
  std::chrono::seconds slow_max{10};
  std::chrono::milliseconds addresses_kept{30'000};
  HostLimits hosts = {};
  std::string ca_file = {};  ///< PEM; empty: the system's
};

}  // namespace likeness
