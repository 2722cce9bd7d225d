#pragma once

#include <chrono>
#include <cstddef>

namespace likeness {

struct ConfinementLimits {
  std::size_t memory_bytes_max = 0;  ///< beyond what the process has mapped already
  std::chrono::seconds cpu_time_max{0};
};

/// Takes from this process, for good, all that decoding does not need: root's rights (it becomes nobody), new
/// descriptors, files that grow, core dumps, new programs and, by a list of the system calls that are allowed, other
/// processes, the network and executable memory. A system call off the list kills the process; opening a file fails.
/// It dies with its parent. False where the kernel has no such filters: then the resource limits alone hold.
/// Error{internal} where anything else cannot be had.
bool confine_this_process(const ConfinementLimits& limits);

}  // namespace likeness
