#pragma once

#include <exception>

#include "base/error.hpp"

namespace likeness {

/// What a failed statement means to the caller. The message never carries SQL or values; those go to the debug log. An
/// Error passes through unchanged.
Error translate_database_error(const std::exception& exception);

}  // namespace likeness
