#pragma once

#include <string>

#include "gateway/response.hpp"

namespace likeness::gateway {

/// Status line and header fields up to the empty line. A field whose name or value would break out of its line is left
/// out.
std::string response_head(const Response& response, const std::string& trace_id, bool keep_alive);

}  // namespace likeness::gateway
