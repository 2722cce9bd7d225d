#pragma once

#include <string>

#include "base/error.hpp"

namespace likeness {

/// Whether the Location that comes with the status is to be followed.
bool is_redirect(long status);

/// What a status other than success means for the photo at `shown`; see CurlHttpFetcher for the kinds.
Error status_error(const std::string& shown, long status);

}  // namespace likeness
