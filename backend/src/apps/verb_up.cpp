#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/postgres/migrations.hpp"
#include "adapters/process/data_directory_lock.hpp"
#include "adapters/process/private_files.hpp"
#include "adapters/process/run_directory.hpp"
#include "adapters/process/unprivileged_user.hpp"
#include "apps/context.hpp"
#include "apps/log_level.hpp"
#include "apps/model_files.hpp"
#include "apps/operator_file.hpp"
#include "apps/private_services.hpp"
#include "apps/stop_signal.hpp"
#include "apps/wiring.hpp"
#include "base/log.hpp"

namespace likeness::apps {
namespace {

namespace fs = std::filesystem;

/// Where sockets lie, and whom the children run as where that is not whom we are.
struct Place {
  fs::path run_directory;
  std::optional<UserAccount> run_as;
};

/// Makes the directories. Where we are root they go to an unprivileged account, and we become it too, unless it cannot
/// reach the program or the models: then we stay root and say so.
Place prepare_place(const Settings& settings, const fs::path& data) {
  if (!running_as_root()) {
    create_private_directory(data, std::nullopt);
    return {create_run_directory(data, std::nullopt), std::nullopt};
  }
  const auto account = unprivileged_user(settings.process.run_as.empty() ? "likeness" : settings.process.run_as);
  give_directory(data, account);
  require_reachable(data, account);
  const auto run_directory = create_run_directory(data, account);
  try {
    require_reachable(program_directory(), account);
    require_reachable(find_pack(settings), account);
    if (const auto detector = find_detector(settings); !detector.empty())
      require_reachable(fs::path(detector).parent_path(), account);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument) throw;
    log::warning("the server stays root, only its services run as {}: {}", account.name, error.message());
    return {run_directory, account};
  }
  drop_privileges(account);
  return {run_directory, std::nullopt};
}

void announce(const Context& context, const Server& server, const fs::path& data,
              const std::optional<std::string>& setup_link) {
  if (context.json) {
    nlohmann::json document{{"url", server.url()},
                            {"admin_url", server.admin_url()},
                            {"pack", server.pack_name()},
                            {"detector", server.detector_name()},
                            {"data_directory", data.string()}};
    if (setup_link) document["setup_link"] = *setup_link;
    std::cout << document.dump() << std::endl;
    return;
  }
  fmt::print("Likeness answers at {} (metrics at {}/metrics)\n", server.url(), server.admin_url());
  fmt::print("data in {}, pack {}, detector {}\n", data.string(), server.pack_name(),
             server.detector_name().empty() ? "none" : server.detector_name());
  if (setup_link) fmt::print("no org is there yet; this link makes the first one, once: {}\n", *setup_link);
  fmt::print("Ctrl-C stops it\n");
  std::fflush(stdout);
}

ExitCode run(const Context& context) {
  StopSignal stop_signal;
  auto settings = context.load().settings;
  set_log_level(settings.log.level);
  const auto data = fs::absolute(settings.process.data_directory).lexically_normal();
  settings.process.data_directory = data.string();

  if (const auto holder = fs::exists(data) ? DataDirectoryLock::holder(data) : std::nullopt)
    throw Error(ErrorKind::conflict,
                fmt::format("another Likeness (process {}) is using {}{}", holder->process, data.string(),
                            holder->url.empty() ? "" : "; its address is " + holder->url));
  const auto place = prepare_place(settings, data);
  DataDirectoryLock lock(data);

  const PrivateServiceOptions options{
      .data_directory = data, .run_directory = place.run_directory, .run_as = place.run_as};
  PrivateServices services(settings, options);
  const auto addresses = services.start();
  migrate(services.postgres_owner_url());

  const auto token = operator_token(data);
  Server server(settings, addresses, token);
  server.start();
  write_operator_file(data, server.url(), token);
  lock.publish_url(server.url());
  announce(context, server, data, server.offer_setup());

  while (!stop_signal.wait(std::chrono::seconds(1))) services.keep_alive();
  log::info("stopping: requests and jobs in hand are finished");
  server.stop();
  services.stop();
  std::error_code ignored;
  fs::remove_all(place.run_directory, ignored);
  return ExitCode::ok;
}

}  // namespace

void add_up(CLI::App& app, Context& context) {
  app.add_subcommand("up", "start everything in one data directory: private Postgres, Redis and NATS, and the server")
      ->callback([&context] { context.run = [&context] { return run(context); }; });
}

}  // namespace likeness::apps
