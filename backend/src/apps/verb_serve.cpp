#include <fmt/format.h>

#include <filesystem>

#include "adapters/process/private_files.hpp"
#include "apps/context.hpp"
#include "apps/log_level.hpp"
#include "apps/operator_file.hpp"
#include "apps/stop_signal.hpp"
#include "apps/wiring.hpp"
#include "base/log.hpp"

namespace likeness::apps {
namespace {

void require_addresses(const Settings& settings) {
  std::string missing;
  for (const auto& [name, url] :
       {std::pair{"postgres.app_url", &settings.postgres.app_url},
        std::pair{"postgres.worker_url", &settings.postgres.worker_url}, std::pair{"redis.url", &settings.redis.url},
        std::pair{"nats.url", &settings.nats.url}})
    if (url->empty()) missing += (missing.empty() ? "" : ", ") + std::string(name);
  if (!missing.empty())
    throw Error(ErrorKind::invalid_argument,
                "`serve` uses services that run elsewhere, and these settings are empty: " + missing +
                    "; `likeness up` starts private ones");
}

ExitCode run(const Context& context) {
  StopSignal stop_signal;
  const auto settings = context.load().settings;
  set_log_level(settings.log.level);
  require_addresses(settings);
  const std::filesystem::path data = settings.process.data_directory;
  create_private_directory(data, std::nullopt);

  const auto token = operator_token(data);
  Server server(settings,
                {settings.postgres.app_url, settings.postgres.worker_url, settings.redis.url, settings.nats.url,
                 settings.nats.token},
                token);
  server.start();
  write_operator_file(data, server.url(), token);
  fmt::print("Likeness answers at {} (metrics at {}/metrics)\n", server.url(), server.admin_url());
  if (const auto link = server.offer_setup())
    fmt::print("no org is there yet; this link makes the first one, once: {}\n", *link);
  std::fflush(stdout);
  while (!stop_signal.wait(std::chrono::hours(1))) {
  }
  log::info("stopping: requests and jobs in hand are finished");
  server.stop();
  return ExitCode::ok;
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  app.add_subcommand("serve", "serve with Postgres, Redis and NATS that run elsewhere")->callback([&context] {
    context.run = [&context] { return run(context); };
  });
}

}  // namespace likeness::apps
