#include "adapters/process/private_postgres.hpp"

#include <signal.h>

#include <fstream>
#include <thread>

#include "adapters/process/command.hpp"
#include "adapters/process/log_tail.hpp"
#include "adapters/process/private_files.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/roles_sql.hpp"
#include "base/error.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

using Environment = std::vector<std::pair<std::string, std::string>>;
using std::chrono::seconds;

const Environment kEnvironment = {{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}};

/// A superuser's name of our own: "postgres" would be guessed by tools that mean another cluster.
constexpr const char* kSuperuser = "likeness_superuser";

/// Creates the database where it is missing and goes on in it; what has to stand in it is db/roles.sql. The session
/// keeps statements with passwords out of the server's log.
constexpr const char* kProvisioning = R"(\set VERBOSITY terse
SET log_min_error_statement = panic;
SET log_statement = none;
SET log_min_duration_statement = -1;
SELECT 'CREATE DATABASE likeness' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'likeness') \gexec
\connect likeness
SET log_min_error_statement = panic;
SET log_statement = none;
SET log_min_duration_statement = -1;
SET client_min_messages = warning;
\set owner_password '{}'
\set app_password '{}'
\set worker_password '{}'
)";

std::string first_line(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

/// Who stands behind the process number in postmaster.pid.
enum class LockHolder {
  nobody,  ///< gone, dead and not yet reaped, or somebody else with the same number
  ending,  ///< being torn down by the kernel
  server,  ///< a server on this cluster
};

LockHolder holder_of(pid_t pid, const std::filesystem::path& cluster) {
  const std::string process = "/proc/" + std::to_string(pid);
  const std::string status = first_line(process + "/stat");  // "123 (name) S …"
  const auto name_end = status.rfind(')');
  if (name_end == std::string::npos || name_end + 2 >= status.size()) return LockHolder::nobody;
  if (status[name_end + 2] == 'Z' || status[name_end + 2] == 'X') return LockHolder::nobody;
  const std::string command_line = first_line(process + "/cmdline");
  if (command_line.empty()) return LockHolder::ending;
  const bool ours = command_line.find("postgres") != std::string::npos &&
                    command_line.find(cluster.string() + '\0') != std::string::npos;
  return ours ? LockHolder::server : LockHolder::nobody;
}

std::string percent_encoded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '-' || c == '_' || c == '.')
      result.push_back(c);
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

}  // namespace

PrivatePostgres::PrivatePostgres(PrivateServiceOptions options)
    : PrivateService("postgres", std::move(options), SIGINT, SIGINT) {}

void PrivatePostgres::prepare() {
  const std::string version(trim(first_line(cluster() / "PG_VERSION")));
  programs_ = postgres_programs(version);
  read_secrets();
  if (version.empty())
    create_cluster();
  else
    stop_orphan();
}

void PrivatePostgres::read_secrets() {
  Secrets secrets(options().data_directory / "secrets", options().run_as);
  if (std::filesystem::exists(cluster() / "PG_VERSION") && !secrets.contains("postgres_superuser"))
    throw Error(ErrorKind::unavailable,
                "the database is there, but the file \"secrets\" beside it that holds its passwords is missing: "
                "bring it back from a backup");
  superuser_password_ = secrets.get("postgres_superuser");
  owner_password_ = secrets.get("postgres_owner");
  app_password_ = secrets.get("postgres_app");
  worker_password_ = secrets.get("postgres_worker");
  urls_ = {.owner = url("likeness_owner", owner_password_),
           .app = url("likeness_app", app_password_),
           .worker = url("likeness_worker", worker_password_)};
}

std::string PrivatePostgres::url(const std::string& role, const std::string& password) const {
  return "postgresql://" + role + ":" + password +
         "@/likeness?host=" + percent_encoded(options().run_directory.string()) + "&port=5432";
}

void PrivatePostgres::create_cluster() {
  log::info("creating the database cluster");
  // Made under another name and renamed when it is whole, so that a crash leaves none or all of it.
  const std::string unfinished = "postgres.new";
  std::filesystem::remove_all(options().data_directory / unfinished);
  const auto directory = own_directory(unfinished);
  const auto password_file = options().data_directory / "initdb-password";
  write_private_file(password_file, superuser_password_ + "\n", options().run_as);
  std::vector<std::string> arguments = {program("initdb"),
                                        "--pgdata",
                                        directory.string(),
                                        "--username",
                                        kSuperuser,
                                        "--pwfile",
                                        password_file.string(),
                                        "--auth-local",
                                        "scram-sha-256",
                                        "--auth-host",
                                        "reject",
                                        "--encoding",
                                        "UTF8",
                                        "--locale",
                                        "C.UTF-8",
                                        "--data-checksums",
                                        "--no-instructions"};
  if (!options().durable) arguments.push_back("--no-sync");
  const CommandResult result =
      run_command({.arguments = arguments, .environment = kEnvironment, .run_as = options().run_as}, {}, seconds(120));
  std::filesystem::remove(password_file);
  if (result.exit_code != 0)
    throw Error(ErrorKind::unavailable, "the database cluster cannot be created: " + telling_line(result.output));
  std::filesystem::rename(directory, cluster());
}

void PrivatePostgres::stop_orphan() {
  const auto lock_file = cluster() / "postmaster.pid";
  const auto pid = static_cast<pid_t>(std::atol(first_line(lock_file).c_str()));
  if (pid <= 1) return;
  const auto holder = [&] { return holder_of(pid, cluster()); };
  if (holder() != LockHolder::nobody)
    log::warning("the database server of a Likeness that was killed is still ending; waiting for it");
  for (int i = 0; i < 60 && holder() != LockHolder::nobody; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  if (holder() == LockHolder::server)
    run_command({.arguments = {program("pg_ctl"), "stop", "--pgdata", cluster().string(), "--mode", "immediate",
                               "--wait", "--timeout", "20"},
                 .environment = kEnvironment,
                 .run_as = options().run_as},
                {}, seconds(30));
  // The server would take a process that is dead but not reaped, or has the number of a dead one, for one of its own.
  if (holder() != LockHolder::nobody) return;
  std::filesystem::remove(lock_file);
  std::filesystem::remove(options().run_directory / ".s.PGSQL.5432.lock");
}

ChildOptions PrivatePostgres::command() {
  const std::string flush = options().durable ? "on" : "off";
  std::vector<std::string> arguments = {program("postgres"), "-D", cluster().string()};
  for (const std::string& setting :
       {std::string("listen_addresses="), "unix_socket_directories=" + options().run_directory.string(),
        std::string("unix_socket_permissions=0700"), std::string("port=5432"), std::string("shared_buffers=128MB"),
        std::string("max_connections=60"), std::string("max_wal_size=1GB"), std::string("jit=off"), "fsync=" + flush,
        "synchronous_commit=" + flush, "full_page_writes=" + flush, std::string("password_encryption=scram-sha-256"),
        std::string("lc_messages=C"), std::string("timezone=UTC"), std::string("log_timezone=UTC"),
        std::string("logging_collector=off"), std::string("log_checkpoints=off")}) {
    arguments.push_back("-c");
    arguments.push_back(setting);
  }
  return {.arguments = arguments, .environment = kEnvironment};
}

bool PrivatePostgres::answers() {
  const CommandResult result = run_command(
      {.arguments = {program("pg_isready"), "-q", "-t", "1", "-p", "5432", "-h", options().run_directory.string()},
       .environment = kEnvironment},
      {}, seconds(3));
  return result.exit_code == 0;
}

void PrivatePostgres::provision() {
  Environment environment = kEnvironment;
  environment.emplace_back("PGPASSWORD", superuser_password_);
  const std::string script =
      fmt::format(fmt::runtime(kProvisioning), owner_password_, app_password_, worker_password_) + kRolesSql;
  const CommandResult result =
      run_command({.arguments = {program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h",
                                 options().run_directory.string(), "-p", "5432", "-U", kSuperuser, "-d", "postgres"},
                   .environment = environment,
                   .run_as = options().run_as},
                  script, seconds(60));
  if (result.exit_code != 0)
    throw Error(ErrorKind::unavailable, "the database cannot be set up: " + telling_line(result.output));
}

}  // namespace likeness
