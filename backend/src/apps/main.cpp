#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/context.hpp"
#include "apps/version.hpp"

namespace {

using namespace likeness;
using namespace likeness::apps;

int report(const Context& context, const Error& error, ExitCode code) {
  if (context.json)
    std::cout
        << nlohmann::json{{"error",
                           {{"kind", to_string(error.kind())}, {"message", error.message()}, {"field", error.field()}}}}
               .dump()
        << '\n';
  else
    std::cerr << "likeness: " << error.message() << '\n';
  return static_cast<int>(code);
}

void add_common_options(CLI::App& app, Context& context) {
  app.add_option("--config", context.config_file, "settings file (TOML)")->type_name("FILE");
  app.add_option("--set", context.assignments, "one setting: section.key=value; may be repeated")
      ->type_name("KEY=VALUE");
  app.add_option("--data", context.data_directory, "data directory (process.data_directory)")->type_name("DIR");
  app.add_option("--server", context.server_url,
                 "address of the server to talk to; default: the one of the data directory")
      ->envname("LIKENESS_SERVER")
      ->type_name("URL");
  app.add_option("--org", context.org, "org to act on, by its short name or id; default: the only one")
      ->envname("LIKENESS_ORG")
      ->type_name("ORG");
  app.add_flag("--json", context.json, "answer in JSON");
}

}  // namespace

int main(int argc, char** argv) {
  Context context;
  CLI::App app{"Likeness: finds products by photo, by words, or by both."};
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  app.fallthrough();
  add_common_options(app, context);
  for (const auto add :
       {add_up, add_serve, add_migrate, add_import, add_imports, add_feeds, add_search, add_eval, add_models, add_index,
        add_dead_letters, add_audit, add_decode, add_doctor, add_config, add_org, add_user, add_key})
    add(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(ExitCode::usage);
  }
  try {
    return static_cast<int>(context.run());
  } catch (const SettingsError& error) {
    return report(context, error, ExitCode::configuration);
  } catch (const Error& error) {
    return report(context, error, exit_code_of(error.kind()));
  } catch (const std::exception& error) {
    return report(context, Error(ErrorKind::internal, error.what()), ExitCode::internal);
  }
}
