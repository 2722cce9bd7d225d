#pragma once

#include <string>
#include <string_view>

namespace likeness::gateway {

/// An address that names a network rather than a household: IPv4 with its last byte zero, IPv6 with its first 48 bits.
/// Empty for text that is no address.
std::string truncated_address(std::string_view address);

}  // namespace likeness::gateway
