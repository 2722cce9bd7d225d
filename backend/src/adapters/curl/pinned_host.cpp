#include "adapters/curl/pinned_host.hpp"

#include "adapters/curl/address_guard.hpp"

namespace likeness {

std::string pinned_host(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses) {
  std::string entry = target.host + ":" + std::to_string(target.port) + ":";
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const std::string text = address_text(addresses[i].get());
    entry += (i ? "," : "") + (addresses[i].get().sa_family == AF_INET6 ? "[" + text + "]" : text);
  }
  return entry;
}

}  // namespace likeness
