#pragma once

#include <string>

#include "adapters/curl/fetch_target.hpp"

namespace likeness {

/// A header of the answer that a libcurl handle has received, as the server wrote it; empty where there is none.
std::string answer_header(void* handle, const char* name);

/// An ETag or Last-Modified to be kept and sent back; empty where it is too long, or no printable text.
std::string answer_validator(void* handle, const char* name);

/// Where the answer's Location leads to from the target; empty where it has none. libcurl's own answer to that would
/// carry the credentials of the request along, and is missing where the body is not read to its end.
std::string redirect_url(void* handle, const FetchTarget& target);

}  // namespace likeness
