#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "adapters/process/unprivileged_user.hpp"

namespace likeness {

/// Writes a file of mode 0600 whole or not at all, durable, and gives it to `owner`. Error{unavailable}.
void write_private_file(const std::filesystem::path& file, const std::string& text,
                        const std::optional<UserAccount>& owner);

/// Creates a directory of mode 0700 (those above it as well) and gives it to `owner`. Error{unavailable}.
void create_private_directory(const std::filesystem::path& directory, const std::optional<UserAccount>& owner);

/// `byte_count` bytes from the kernel, in hex.
std::string random_hex(int byte_count);

/// Secrets that were made up for the private services: lines "name=value" in <data>/secrets (0600).
class Secrets {
 public:
  Secrets(std::filesystem::path file, std::optional<UserAccount> owner);

  bool contains(const std::string& name) const { return values_.contains(name); }
  /// The secret of that name; made up and stored durably where there is none.
  std::string get(const std::string& name);

 private:
  const std::filesystem::path file_;
  const std::optional<UserAccount> owner_;
  std::map<std::string, std::string> values_;
};

}  // namespace likeness
