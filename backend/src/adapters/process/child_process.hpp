#pragma once

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/process/unprivileged_user.hpp"

namespace likeness {

struct ChildOptions {
  std::vector<std::string> arguments;                                 ///< the program's absolute path first
  std::vector<std::pair<std::string, std::string>> environment = {};  ///< the whole of it, but for PATH
  std::optional<UserAccount> run_as = {};                             ///< needs root, unless it is who we are
  std::filesystem::path working_directory = "/";
  std::filesystem::path log_file = {};  ///< standard output and error are appended to it (0600); nowhere where empty
  int death_signal = SIGKILL;           ///< what the child gets when this process ends, however it ends
  int input_descriptor = -1;            ///< standard input; /dev/null where it is -1
  int output_descriptor = -1;           ///< standard output and error, instead of the log file
};

/// One child process in a process group of its own, so that Ctrl-C in a terminal reaches it through us only. It dies
/// with this process. The destructor kills it. For one thread at a time.
class ChildProcess {
 public:
  /// Error{unavailable} where the program cannot be run.
  explicit ChildProcess(const ChildOptions& options);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  bool running();
  /// The exit code, or 128 + the signal that ended it; nullopt while it runs.
  std::optional<int> exit_code();
  /// Waits for its end; nullopt where the time is up first.
  std::optional<int> wait(std::chrono::milliseconds timeout);
  /// Sends the signal, waits, and sends SIGKILL to the whole group where it did not help.
  void stop(int signal, std::chrono::milliseconds timeout);

 private:
  pid_t pid_ = -1;
  std::optional<int> exit_code_;
};

}  // namespace likeness
