#include "infrastructure/private_services.hpp"

#include <signal.h>

#include <cstdlib>
#include <thread>

namespace likeness::tests {

std::optional<UserAccount> service_account() {
  if (!running_as_root()) return std::nullopt;
  return unprivileged_user();
}

ScratchDirectory::ScratchDirectory() {
  std::string name = "/tmp/likeness-test-XXXXXX";
  if (!::mkdtemp(name.data())) throw Error(ErrorKind::internal, "no scratch directory");
  path_ = name;
  if (const auto account = service_account()) give_directory(path_, *account);
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

PrivateServiceOptions options_in(const ScratchDirectory& directory) {
  return {.data_directory = directory.path(),
          .run_directory = directory / "run",
          .run_as = service_account(),
          .durable = false};
}

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

void kill_hard(PrivateService& service) {
  const pid_t pid = service.pid();
  ASSERT_GT(pid, 1);
  ::kill(pid, SIGKILL);
  ASSERT_TRUE(eventually([&] { return !service.running(); }));
}

}  // namespace likeness::tests
