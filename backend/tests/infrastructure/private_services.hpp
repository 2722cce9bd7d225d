#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "adapters/process/private_service.hpp"
#include "base/error.hpp"

namespace likeness::tests {

/// A directory of its own for one test, removed at its end; as root, it belongs to the unprivileged account.
class ScratchDirectory {
 public:
  ScratchDirectory();
  ~ScratchDirectory();
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The account for private services: nullopt where we are not root.
std::optional<UserAccount> service_account();

/// Options for private services in a scratch directory; data and run directory are below it.
PrivateServiceOptions options_in(const ScratchDirectory& directory);

/// Tries until it holds or the time is up.
bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit = std::chrono::seconds(8));

/// Sends SIGKILL to a private service and waits until it is gone.
void kill_hard(PrivateService& service);

/// The kind of the Error that the action throws; fails the test where it throws none.
template <class Action>
ErrorKind kind_thrown(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "nothing was thrown";
  return ErrorKind::internal;
}

}  // namespace likeness::tests
