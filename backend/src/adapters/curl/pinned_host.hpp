#pragma once

#include <string>

#include "adapters/curl/fetch_target.hpp"

namespace likeness {

/// "example.com:443:192.0.2.1,[2001:db8::1]", for CURLOPT_RESOLVE: the host is where we say it is. Not for an IPv6
/// literal, which needs no pin, and for which there is no syntax.
std::string pinned_host(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses);

}  // namespace likeness
