#pragma once

#include <string>

#include "gateway/response.hpp"

namespace likeness::gateway {

/// Status line and header fields up to the empty line. A field whose name or value would break out of its line is left
/// out. A stream of events goes in chunks where the client takes them, else to the end of the connection.
std::string response_head(const Response& response, const std::string& trace_id, bool keep_alive,
                          bool takes_chunks = true);

}  // namespace likeness::gateway
