#include "adapters/process/run_directory.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/process/private_files.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// FNV-1a: the name has to be the same at every start, not secret.
std::string short_name(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{:012x}", hash >> 16);
}

/// Where we are root, a directory of the account's own below /run, so that it can tidy up after itself.
std::filesystem::path base_directory(const std::optional<UserAccount>& owner) {
  if (running_as_root() && ::access("/run", W_OK) == 0) {
    if (!owner) return "/run";
    const std::filesystem::path own = "/run/likeness-" + std::to_string(owner->uid);
    create_private_directory(own, owner);
    return own;
  }
  const char* session = std::getenv("XDG_RUNTIME_DIR");
  if (session && session[0] == '/' && std::string(session).size() <= 40 && ::access(session, W_OK) == 0) return session;
  return "/tmp";
}

}  // namespace

std::filesystem::path create_run_directory(const std::filesystem::path& data_directory,
                                           const std::optional<UserAccount>& owner) {
  const auto whole = std::filesystem::weakly_canonical(data_directory).string() + ":" + std::to_string(::geteuid());
  const std::filesystem::path directory = base_directory(owner) / ("likeness-" + short_name(whole));
  create_private_directory(directory, owner);
  return directory;
}

void require_short(const std::filesystem::path& run_directory) {
  if (run_directory.string().size() > 80)
    throw Error(ErrorKind::invalid_argument,
                "the directory for sockets, " + run_directory.string() + ", is longer than 80 characters");
}

}  // namespace likeness
