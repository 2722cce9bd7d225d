#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace likeness {

/// The absolute path of a program, from PATH or from the directories of the system that a plain user's PATH lacks.
std::optional<std::string> find_program(const std::string& name);

/// The same; Error{unavailable} names the Debian package that has it.
std::string require_program(const std::string& name, const std::string& package);

/// The directory that has all of PostgreSQL's programs: on PATH, or Debian's directory of the given major version
/// ("15"), or of the newest one where `version` is empty. Error{unavailable} names the package to install.
std::filesystem::path postgres_programs(const std::string& version);

}  // namespace likeness
