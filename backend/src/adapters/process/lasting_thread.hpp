#pragma once

#include <functional>

namespace likeness {

/// Runs the task on one thread that lives as long as the process, and waits for it. The kernel sends a child's death
/// signal (PR_SET_PDEATHSIG) when the *thread* that started it ends, so no passing thread may start children. The
/// task must not throw. Thread-safe; also usable after a fork.
void run_on_lasting_thread(const std::function<void()>& task);

}  // namespace likeness
