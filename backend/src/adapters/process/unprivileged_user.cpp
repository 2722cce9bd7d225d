#include "adapters/process/unprivileged_user.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include "adapters/process/command.hpp"
#include "adapters/process/program_path.hpp"
#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

std::optional<UserAccount> find_account(const std::string& name) {
  std::vector<char> buffer(16 * 1024);
  passwd entry{};
  passwd* found = nullptr;
  if (getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found) return std::nullopt;
  return UserAccount{.name = name, .uid = entry.pw_uid, .gid = entry.pw_gid};
}

void create_account(const std::string& name) {
  const auto program = find_program("useradd");
  if (!program) return;
  const CommandResult result = run_command(
      {.arguments = {*program, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name}},
      {}, std::chrono::seconds(20));
  if (result.exit_code == 0) log::info("created the system user {}", name);
}

bool may_enter(const struct stat& status, const UserAccount& account) {
  if (account.uid == status.st_uid) return status.st_mode & S_IXUSR;
  if (account.gid == status.st_gid) return status.st_mode & S_IXGRP;
  return status.st_mode & S_IXOTH;
}

[[noreturn]] void throw_file_error(const std::filesystem::path& path, const char* doing) {
  throw Error(ErrorKind::unavailable, path.string() + " cannot be " + doing + ": " + std::strerror(errno));
}

void give(const std::filesystem::path& path, const UserAccount& account) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return;  // gone meanwhile
    throw_file_error(path, "given to another user");
  }
  if (status.st_uid == account.uid && status.st_gid == account.gid) return;
  // A second name could be that of a file elsewhere.
  if (!S_ISDIR(status.st_mode) && status.st_nlink > 1) return;
  if (::lchown(path.c_str(), account.uid, account.gid) != 0) throw_file_error(path, "given to another user");
}

}  // namespace

bool running_as_root() { return ::geteuid() == 0; }

UserAccount unprivileged_user(const std::string& name) {
  auto account = find_account(name);
  if (!account && running_as_root()) {
    create_account(name);
    account = find_account(name);
  }
  if (!account) account = find_account("nobody");
  if (!account) throw Error(ErrorKind::unavailable, "there is no user " + name + " and it cannot be created");
  if (account->uid == 0)
    throw Error(ErrorKind::invalid_argument, "the user " + name + " has the rights of root: name another one");
  return *account;
}

void require_reachable(const std::filesystem::path& directory, const UserAccount& account) {
  const auto whole = std::filesystem::weakly_canonical(directory);
  std::filesystem::path current;
  for (const auto& word : whole) {
    current /= word;
    struct stat status{};
    if (::stat(current.c_str(), &status) != 0) return;  // what is missing will be created for the account
    if (!S_ISDIR(status.st_mode)) throw Error(ErrorKind::invalid_argument, current.string() + " is not a directory");
    if (!may_enter(status, account) && current != whole)
      throw Error(ErrorKind::invalid_argument,
                  "the user " + account.name + " may not enter " + current.string() +
                      ": choose a data directory elsewhere, for example /var/lib/likeness, or run as another user");
  }
}

void give_directory(const std::filesystem::path& directory, const UserAccount& account) {
  std::error_code error;
  std::filesystem::create_directories(directory.parent_path(), error);
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) throw_file_error(directory, "created");
  give(directory, account);
  std::filesystem::recursive_directory_iterator entry(directory, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error))
    give(entry->path(), account);
  if (error) throw Error(ErrorKind::unavailable, directory.string() + " cannot be read: " + error.message());
}

void drop_privileges(const UserAccount& account) {
  if (::geteuid() == account.uid && ::getuid() == account.uid) return;
  const bool dropped = ::setgroups(0, nullptr) == 0 && ::setresgid(account.gid, account.gid, account.gid) == 0 &&
                       ::setresuid(account.uid, account.uid, account.uid) == 0;
  if (!dropped || ::setuid(0) == 0 || ::geteuid() != account.uid || ::getegid() != account.gid)
    throw Error(ErrorKind::internal, "this process cannot become the user " + account.name);
}

}  // namespace likeness
