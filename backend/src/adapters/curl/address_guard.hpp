#pragma once

#include <sys/socket.h>

#include <string>

namespace likeness {

/// Whether an address is one of the open internet: not private, loopback, link-local, multicast, reserved, for
/// documentation, or an IPv6 form that carries an IPv4 address (IANA special-purpose address registries, RFC 6890; of
/// IPv6 only 2000::/3 is open at all). Anything but IPv4 and IPv6 is not public.
bool is_public_address(const sockaddr& address);

/// 127.0.0.0/8 and ::1.
bool is_loopback_address(const sockaddr& address);

/// The address without its port, "192.0.2.1" or "2001:db8::1"; "?" for another family.
std::string address_text(const sockaddr& address);

}  // namespace likeness
