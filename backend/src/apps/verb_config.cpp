#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/context.hpp"

namespace likeness::apps {
namespace {

ExitCode print(const Context& context) {
  const auto loaded = context.load();
  auto document = nlohmann::json::array();
  std::string section;
  for (const auto& [name, value, origin] : loaded.values) {
    const auto dot = name.find('.');
    if (context.json) {
      document.push_back({{"name", name}, {"value", value}, {"origin", origin}});
      continue;
    }
    if (name.substr(0, dot) != section) {
      fmt::print("{}[{}]\n", section.empty() ? "" : "\n", name.substr(0, dot));
      section = name.substr(0, dot);
    }
    fmt::print("{} = {}{}\n", name.substr(dot + 1), value, origin == "default" ? "" : "  # " + origin);
  }
  if (context.json) std::cout << document.dump() << '\n';
  return ExitCode::ok;
}

ExitCode check(const Context& context) {
  context.load();
  if (context.json)
    std::cout << R"({"ok":true})" << '\n';
  else
    fmt::print("the configuration is good\n");
  return ExitCode::ok;
}

}  // namespace

void add_config(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("config", "show or check the settings");
  verb->require_subcommand(1);
  verb->add_subcommand("print", "every setting with where it came from; secrets are masked")->callback([&context] {
    context.run = [&context] { return print(context); };
  });
  verb->add_subcommand("check", "list everything that is wrong with them")->callback([&context] {
    context.run = [&context] { return check(context); };
  });
}

}  // namespace likeness::apps
