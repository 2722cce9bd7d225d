#include "support/postgres_cluster.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>
#include <vector>

#include "adapters/postgres/migrations.hpp"

namespace likeness::test {
namespace {

namespace fs = std::filesystem;

constexpr auto kStartWaitMax = std::chrono::seconds(30);

fs::path find_program(const std::string& name) {
  std::vector<fs::path> folders;
  const std::string path = getenv("PATH") ? getenv("PATH") : "";
  for (std::size_t start = 0; start <= path.size();) {
    const auto end = std::min(path.find(':', start), path.size());
    folders.emplace_back(path.substr(start, end - start));
    start = end + 1;
  }
  std::error_code ignored;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", ignored))
    folders.push_back(version.path() / "bin");
  for (const auto& folder : folders)
    if (access((folder / name).c_str(), X_OK) == 0) return folder / name;
  throw std::runtime_error(name + " was not found: install PostgreSQL to run these tests");
}

/// The user that the server runs as: whoever runs the test, but never root.
const passwd* server_user() {
  if (geteuid() != 0) return nullptr;
  for (const char* name : {"postgres", "nobody"})
    if (const auto* user = getpwnam(name)) return user;
  throw std::runtime_error("there is no unprivileged user to run PostgreSQL as");
}

/// Starts a program, as `user` where there is one, whose output goes to `log`; it ends with its parent.
pid_t spawn(const std::vector<std::string>& command, const passwd* user, const fs::path& directory,
            const fs::path& log) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  if (chdir(directory.c_str()) != 0) _exit(126);
  if (user && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGINT);
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

bool accepts_connections(const std::string& url) {
  try {
    pqxx::connection connection(url);
    return true;
  } catch (const pqxx::broken_connection&) {
    return false;
  }
}

void execute(const std::string& url, const std::string& statement) {
  pqxx::connection connection(url);
  pqxx::nontransaction session(connection);
  session.exec(statement);
}

}  // namespace

PostgresCluster::PostgresCluster() {
  std::string pattern = (fs::temp_directory_path() / "likeness-pg-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory could be made");
  directory_ = pattern;
  if (const auto* user = server_user())
    if (chown(directory_.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
  try {
    start();
    execute(url("postgres", "postgres"), "CREATE DATABASE likeness_template");
    prepare("likeness_template");
    migrate(url("likeness_owner", "likeness_template"));
  } catch (...) {
    stop();
    throw;
  }
}

PostgresCluster::~PostgresCluster() { stop(); }

PostgresCluster& PostgresCluster::instance() {
  static PostgresCluster cluster;
  return cluster;
}

void PostgresCluster::start() {
  const fs::path data = fs::path(directory_) / "data";
  const fs::path log = fs::path(directory_) / "log";
  const pid_t initdb = spawn({find_program("initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                              "--locale=C.UTF-8", "--no-sync"},
                             server_user(), directory_, log);
  int status = 0;
  waitpid(initdb, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed, see " + log.string());
  server_ = spawn({find_program("postgres"), "-D", data, "-k", directory_, "-c", "listen_addresses=", "-c", "fsync=off",
                   "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=50"},
                  server_user(), directory_, log);
  const auto deadline = std::chrono::steady_clock::now() + kStartWaitMax;
  while (!accepts_connections(url("postgres", "postgres"))) {
    if (waitpid(server_, &status, WNOHANG) == server_ || std::chrono::steady_clock::now() > deadline)
      throw std::runtime_error("PostgreSQL did not start, see " + log.string());
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

void PostgresCluster::stop() {
  if (server_ > 0) {
    kill(server_, SIGINT);
    waitpid(server_, nullptr, 0);
    server_ = -1;
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
  }
}

void PostgresCluster::prepare(const std::string& database) {
  const auto script = fs::path(__FILE__).parent_path() / "../../../db/roles.sql";
  const fs::path log = fs::path(directory_) / "log";
  const pid_t psql = spawn({find_program("psql"), "-d", url("postgres", database), "-v", "owner_password=owner", "-v",
                            "app_password=app", "-v", "worker_password=worker", "-f", script.lexically_normal()},
                           nullptr, directory_, log);
  int status = 0;
  waitpid(psql, &status, 0);
  if (status != 0) throw std::runtime_error("db/roles.sql failed, see " + log.string());
}

std::string PostgresCluster::create_database() {
  const std::string name = "test_" + std::to_string(++databases_);
  execute(url("postgres", "postgres"), "CREATE DATABASE " + name + " TEMPLATE likeness_template OWNER likeness_owner");
  execute(url("postgres", "postgres"), "GRANT CONNECT ON DATABASE " + name + " TO likeness_app, likeness_worker");
  return name;
}

std::string PostgresCluster::create_empty_database() {
  const std::string name = "test_" + std::to_string(++databases_);
  execute(url("postgres", "postgres"), "CREATE DATABASE " + name);
  prepare(name);
  return name;
}

void PostgresCluster::drop_database(const std::string& name) {
  execute(url("postgres", "postgres"), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

std::string PostgresCluster::url(const std::string& role, const std::string& database) const {
  return "host=" + directory_ + " user=" + role + " dbname=" + database;
}

}  // namespace likeness::test
