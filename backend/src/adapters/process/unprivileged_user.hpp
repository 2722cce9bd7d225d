#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace likeness {

/// An account of this machine under which processes run and files are owned.
struct UserAccount {
  std::string name;
  uid_t uid = 0;
  gid_t gid = 0;
};

bool running_as_root();

/// The account `name`; where it is missing it is created as a system user (needs root), and where that fails too it is
/// "nobody". Error{invalid_argument} where `name` is root or another account with its rights.
UserAccount unprivileged_user(const std::string& name = "likeness");

/// Error{invalid_argument} that names the first directory on the way to `directory` which the account may not enter.
void require_reachable(const std::filesystem::path& directory, const UserAccount& account);

/// Creates the directory (and those above it) where it is missing, mode 0700, and gives it and everything in it to the
/// account. Links are not followed; files with several names are left as they are.
void give_directory(const std::filesystem::path& directory, const UserAccount& account);

/// This process becomes the account for good. Error{internal} where anything of the old rights would stay.
void drop_privileges(const UserAccount& account);

}  // namespace likeness
