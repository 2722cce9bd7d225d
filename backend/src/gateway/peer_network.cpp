#include "gateway/peer_network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace likeness::gateway {

std::string truncated_address(std::string_view address) {
  constexpr std::string_view kMapped = "::ffff:";
  const std::string text(address.starts_with(kMapped) ? address.substr(kMapped.size()) : address);
  std::array<char, INET6_ADDRSTRLEN> written{};
  if (std::array<std::uint8_t, 4> bytes; inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
    bytes[3] = 0;
    return inet_ntop(AF_INET, bytes.data(), written.data(), written.size());
  }
  if (std::array<std::uint8_t, 16> bytes; inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) {
    std::fill(bytes.begin() + 6, bytes.end(), 0);
    return inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
  }
  return {};
}

}  // namespace likeness::gateway
