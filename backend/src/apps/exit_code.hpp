#pragma once

#include "base/error.hpp"

namespace likeness::apps {

/// What a command ends with; docs/cli.md is the list for users.
enum class ExitCode {
  ok = 0,
  internal = 1,
  usage = 2,
  configuration = 3,
  unavailable = 4,  ///< no server answers, or something it needs is away
  partial = 5,      ///< done, but some rows, photos or checks failed
  refused = 6,      ///< not found, not allowed, not valid
};

ExitCode exit_code_of(ErrorKind kind);

}  // namespace likeness::apps
