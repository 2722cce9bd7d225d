#include "adapters/curl/address_guard.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace likeness {
namespace {

struct Ipv4Block {
  std::uint32_t network;
  int bits;
};

constexpr std::uint32_t ipv4(unsigned a, unsigned b, unsigned c, unsigned d) { return a << 24 | b << 16 | c << 8 | d; }

constexpr Ipv4Block kSpecialIpv4[] = {
    {ipv4(0, 0, 0, 0), 8},        // this network
    {ipv4(10, 0, 0, 0), 8},       // private
    {ipv4(100, 64, 0, 0), 10},    // carrier-grade NAT
    {ipv4(127, 0, 0, 0), 8},      // loopback
    {ipv4(169, 254, 0, 0), 16},   // link-local, cloud metadata
    {ipv4(172, 16, 0, 0), 12},    // private
    {ipv4(192, 0, 0, 0), 24},     // protocol assignments
    {ipv4(192, 0, 2, 0), 24},     // documentation
    {ipv4(192, 88, 99, 0), 24},   // 6to4 relays
    {ipv4(192, 168, 0, 0), 16},   // private
    {ipv4(198, 18, 0, 0), 15},    // benchmarks
    {ipv4(198, 51, 100, 0), 24},  // documentation
    {ipv4(203, 0, 113, 0), 24},   // documentation
    {ipv4(224, 0, 0, 0), 4},      // multicast
    {ipv4(240, 0, 0, 0), 4},      // reserved, broadcast
};

struct Ipv6Block {
  std::array<std::uint16_t, 3> words;  ///< the first 48 bits
  int bits;
};

/// Inside 2000::/3; everything outside it (::1, ::ffff:0:0/96, 64:ff9b::/96, 100::/64, fc00::/7, fe80::/10, ff00::/8,
/// …) is refused as a whole.
constexpr Ipv6Block kSpecialIpv6[] = {
    {{0x2001, 0x0000, 0}, 23},  // protocol assignments: Teredo, ORCHID, benchmarks
    {{0x2001, 0x0db8, 0}, 32},  // documentation
    {{0x2002, 0x0000, 0}, 16},  // 6to4
    {{0x3fff, 0x0000, 0}, 20},  // documentation
};

bool is_public_ipv4(std::uint32_t address) {
  for (const auto& block : kSpecialIpv4)
    if ((address ^ block.network) >> (32 - block.bits) == 0) return false;
  return true;
}

bool is_public_ipv6(const in6_addr& address) {
  std::uint64_t front = 0;
  for (int i = 0; i < 8; ++i) front = front << 8 | address.s6_addr[i];
  if (front >> 61 != 1) return false;
  for (const auto& block : kSpecialIpv6) {
    const std::uint64_t network =
        std::uint64_t{block.words[0]} << 48 | std::uint64_t{block.words[1]} << 32 | std::uint64_t{block.words[2]} << 16;
    if ((front ^ network) >> (64 - block.bits) == 0) return false;
  }
  return true;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return is_public_ipv4(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6) return is_public_ipv6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return false;
}

bool is_loopback_address(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr) >> 24 == 127;
  if (address.sa_family == AF_INET6)
    return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return false;
}

std::string address_text(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = "?";
  if (address.sa_family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
  else if (address.sa_family == AF_INET6)
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
  return text;
}

}  // namespace likeness
