#pragma once

#include <chrono>
#include <string>

#include "adapters/process/child_process.hpp"

namespace likeness {

struct CommandResult {
  int exit_code = 0;   ///< 128 + 9 where the time was up
  std::string output;  ///< standard output and error together, 64 KiB at most
};

/// Runs a program to its end with `input` on its standard input. Log file and descriptors of the options are not used.
/// Error{unavailable} where it cannot be run.
CommandResult run_command(ChildOptions options, const std::string& input, std::chrono::milliseconds timeout);

}  // namespace likeness
