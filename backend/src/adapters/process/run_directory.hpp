#pragma once

#include <filesystem>
#include <optional>

#include "adapters/process/unprivileged_user.hpp"

namespace likeness {

/// A short private directory for the sockets of one data directory, the same at every start: below /run for root, below
/// $XDG_RUNTIME_DIR or else /tmp for others. Created with mode 0700 for `owner`; Error{unavailable} where somebody else
/// has it.
std::filesystem::path create_run_directory(const std::filesystem::path& data_directory,
                                           const std::optional<UserAccount>& owner);

/// Error{invalid_argument} where a socket's path in the directory would be longer than the kernel takes.
void require_short(const std::filesystem::path& run_directory);

}  // namespace likeness
