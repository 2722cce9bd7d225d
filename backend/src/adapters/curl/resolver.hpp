#pragma once

#include <sys/socket.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace likeness {

struct ResolvedAddress {
  sockaddr_storage storage{};
  const sockaddr& get() const { return reinterpret_cast<const sockaddr&>(storage); }
};

/// Every address of a host name or literal, by the system's resolver. It cannot be interrupted, so it runs beside the
/// caller, who waits for `timeout` at most; a bounded number of look-ups may be under way. Error{unavailable} where the
/// name is unknown or too many look-ups hang, Error{timeout}.
Result<std::vector<ResolvedAddress>> resolve_host(const std::string& host, std::chrono::milliseconds timeout);

}  // namespace likeness
