#include "adapters/process/program_path.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <initializer_list>

#include "adapters/process/command.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

bool is_program(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

bool has_postgres(const std::filesystem::path& directory) {
  for (const char* name : {"initdb", "postgres", "pg_ctl", "pg_isready", "psql"})
    if (!is_program(directory / name)) return false;
  return true;
}

/// The major version that "postgres (PostgreSQL) 15.6 (Debian …)" says.
std::string version_of(const std::filesystem::path& directory) {
  const CommandResult result =
      run_command({.arguments = {(directory / "postgres").string(), "--version"}}, {}, std::chrono::seconds(10));
  const auto start = result.output.find_first_of("0123456789");
  if (start == std::string::npos) return {};
  return result.output.substr(start, result.output.find_first_not_of("0123456789", start) - start);
}

int number_of(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  const std::string places = std::string(path ? path : "") + ":/usr/bin:/usr/sbin:/usr/local/sbin:/sbin";
  for (const std::string& directory : split(places, ":")) {
    const std::string program = directory + "/" + name;
    if (directory.starts_with('/') && is_program(program)) return program;
  }
  return std::nullopt;
}

std::string require_program(const std::string& name, const std::string& package) {
  if (auto program = find_program(name)) return *program;
  throw Error(ErrorKind::unavailable, "the program " + name + " is missing: install it with `apt-get install " +
                                          package + "`, or name a running server in the configuration");
}

std::filesystem::path postgres_programs(const std::string& version) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path best;
  int best_version = -1;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", error)) {
    const int found = number_of(entry.path().filename());
    const bool wanted = version.empty() ? found > best_version : found == number_of(version);
    if (wanted && has_postgres(entry.path() / "bin")) {
      best = entry.path() / "bin";
      best_version = found;
    }
  }
  if (!best.empty()) return best;
  if (const auto initdb = find_program("initdb")) {
    const fs::path directory = fs::canonical(*initdb).parent_path();
    if (has_postgres(directory) && (version.empty() || version_of(directory) == version)) return directory;
  }
  const std::string package = version.empty() ? "postgresql" : "postgresql-" + version;
  throw Error(ErrorKind::unavailable, "the programs of PostgreSQL are missing: install them with `apt-get install " +
                                          package + "`, or name a running server in the configuration");
}

}  // namespace likeness
