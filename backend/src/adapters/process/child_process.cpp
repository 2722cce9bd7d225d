#include "adapters/process/child_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "adapters/process/lasting_thread.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr const char* kDefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Everything the child needs between fork and exec, where it must not allocate.
struct Launch {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* working_directory;
  int input;
  int output;
  int failure_pipe;
  bool change_user;
  uid_t uid;
  gid_t gid;
  int death_signal;
  pid_t parent;
};

[[noreturn]] void fail(const Launch& launch) {
  const int error_number = errno;
  [[maybe_unused]] const auto ignored = ::write(launch.failure_pipe, &error_number, sizeof error_number);
  ::_exit(127);
}

[[noreturn]] void become_program(const Launch& launch) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (int signal = 1; signal < 32; ++signal) ::signal(signal, SIG_DFL);
  ::setpgid(0, 0);
  if (::dup2(launch.input, 0) < 0 || ::dup2(launch.output, 1) < 0 || ::dup2(launch.output, 2) < 0) fail(launch);
  ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  ::umask(077);
  if (launch.change_user && (::setgroups(0, nullptr) != 0 || ::setresgid(launch.gid, launch.gid, launch.gid) != 0 ||
                             ::setresuid(launch.uid, launch.uid, launch.uid) != 0))
    fail(launch);
  if (::chdir(launch.working_directory) != 0) fail(launch);
  // After the change of user, which clears it; and the parent may be gone already.
  if (::prctl(PR_SET_PDEATHSIG, launch.death_signal) != 0) fail(launch);
  if (::getppid() != launch.parent) ::_exit(127);
  ::execve(launch.arguments[0], launch.arguments.data(), launch.environment.data());
  fail(launch);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

struct Descriptor {
  int value = -1;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

pid_t start(const ChildOptions& options) {
  std::vector<std::string> arguments = options.arguments;
  const char* path = std::getenv("PATH");
  std::vector<std::string> environment = {std::string("PATH=") + (path ? path : kDefaultPath)};
  for (const auto& [name, value] : options.environment) environment.push_back(name + "=" + value);
  const Descriptor null{::open("/dev/null", O_RDWR | O_CLOEXEC)};
  Descriptor log;
  if (!options.log_file.empty()) {
    log.value = ::open(options.log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (log.value < 0)
      throw Error(ErrorKind::unavailable,
                  "the log " + options.log_file.string() + " cannot be written: " + std::strerror(errno));
  }
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw Error(ErrorKind::unavailable, "the kernel has no pipe left");
  const Descriptor read_end{ends[0]};
  Descriptor write_end{ends[1]};
  int output = options.output_descriptor;
  if (output < 0) output = log.value >= 0 ? log.value : null.value;
  const std::string directory = options.working_directory.string();
  const Launch launch{.arguments = pointers(arguments),
                      .environment = pointers(environment),
                      .working_directory = directory.c_str(),
                      .input = options.input_descriptor >= 0 ? options.input_descriptor : null.value,
                      .output = output,
                      .failure_pipe = ends[1],
                      .change_user = options.run_as && options.run_as->uid != ::geteuid(),
                      .uid = options.run_as ? options.run_as->uid : 0,
                      .gid = options.run_as ? options.run_as->gid : 0,
                      .death_signal = options.death_signal,
                      .parent = ::getpid()};
  const pid_t pid = ::fork();
  if (pid == 0) become_program(launch);
  if (pid < 0) throw Error(ErrorKind::unavailable, std::string("no process can be started: ") + std::strerror(errno));
  ::close(std::exchange(write_end.value, -1));
  int error_number = 0;
  ssize_t count = 0;
  do count = ::read(read_end.value, &error_number, sizeof error_number);
  while (count < 0 && errno == EINTR);
  if (count == 0) return pid;
  ::waitpid(pid, nullptr, 0);
  throw Error(ErrorKind::unavailable,
              "the program " + options.arguments.front() + " cannot be run: " + std::strerror(error_number));
}

}  // namespace

ChildProcess::ChildProcess(const ChildOptions& options) {
  std::optional<Error> failed;
  run_on_lasting_thread([&] {
    try {
      pid_ = start(options);
    } catch (const Error& error) {
      failed = error;
    } catch (const std::exception& error) {
      failed = Error(ErrorKind::internal, error.what());
    }
  });
  if (failed) throw *failed;
}

ChildProcess::~ChildProcess() { stop(SIGKILL, std::chrono::milliseconds(0)); }

bool ChildProcess::running() { return !exit_code(); }

std::optional<int> ChildProcess::exit_code() {
  int status = 0;
  if (!exit_code_ && ::waitpid(pid_, &status, WNOHANG) == pid_)
    exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return exit_code_;
}

std::optional<int> ChildProcess::wait(std::chrono::milliseconds timeout) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  auto pause = std::chrono::milliseconds(1);
  while (!exit_code() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds(20));
  }
  return exit_code();
}

void ChildProcess::stop(int signal, std::chrono::milliseconds timeout) {
  if (!running()) return;
  ::kill(pid_, signal);
  if (wait(timeout)) return;
  ::kill(-pid_, SIGKILL);
  ::kill(pid_, SIGKILL);
  wait(std::chrono::seconds(5));
}

}  // namespace likeness
