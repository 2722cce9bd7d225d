#include "gateway/exchange.hpp"

#include <fmt/format.h>

namespace likeness::gateway {

Response too_large(std::uint64_t bytes_max, const Request& request) {
  if (bytes_max == 0)
    return problem(Error(ErrorKind::invalid_argument, "this operation takes no body", "body"), request);
  return problem(Error(ErrorKind::too_large, fmt::format("the body is larger than {} bytes", bytes_max), "body"),
                 request);
}

Response busy(const Request& request) {
  return problem(ProtocolFault{503, "the server is busy; try again in a moment"}, request);
}

}  // namespace likeness::gateway
