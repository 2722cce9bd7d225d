#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/postgres/migrations.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

ExitCode run(const Context& context) {
  const auto settings = context.load().settings;
  if (settings.postgres.owner_url.empty())
    throw Error(ErrorKind::invalid_argument,
                "postgres.owner_url is empty: `likeness up` migrates its private server by itself",
                "postgres.owner_url");
  const auto applied = migrate(settings.postgres.owner_url);
  if (context.json)
    std::cout << nlohmann::json{{"applied", applied}}.dump() << '\n';
  else if (applied.empty())
    fmt::print("the schema is up to date\n");
  else
    for (const auto& name : applied) fmt::print("applied {}\n", name);
  return ExitCode::ok;
}

}  // namespace

void add_migrate(CLI::App& app, Context& context) {
  app.add_subcommand("migrate", "bring the database schema up to date, as its owner")->callback([&context] {
    context.run = [&context] { return run(context); };
  });
}

}  // namespace likeness::apps
