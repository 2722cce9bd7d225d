#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "apps/exit_code.hpp"
#include "config/settings.hpp"

namespace likeness::apps {

/// What every verb gets: the options that stand before or after any verb, and where the chosen verb leaves its work.
struct Context {
  std::string config_file;
  std::vector<std::string> assignments;  ///< of --set section.key=value
  std::string data_directory;
  bool json = false;
  std::string server_url;
  std::string org;

  /// Set by the verb that was chosen; run by main().
  std::function<ExitCode()> run;

  /// All sources merged. Throws SettingsError.
  LoadedSettings load() const;
};

/// Makes verbs below `parent`: `add("list", "what it does", list)`, where `add` is what this returns, and each verb is
/// a function of the context and of the options that they share. It returns the verb.
template <class Options>
auto verb_adder(CLI::App& parent, Context& context, std::shared_ptr<Options> options) {
  return [&parent, &context, options](const std::string& name, const std::string& what, auto run) {
    auto* verb = parent.add_subcommand(name, what);
    verb->callback(
        [&context, options, run] { context.run = [&context, options, run] { return run(context, *options); }; });
    return verb;
  };
}

/// One function per verb: adds its subcommand and options.
void add_up(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_migrate(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_feeds(CLI::App& app, Context& context);
void add_imports(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_eval(CLI::App& app, Context& context);
void add_models(CLI::App& app, Context& context);
void add_index(CLI::App& app, Context& context);
void add_dead_letters(CLI::App& app, Context& context);
void add_audit(CLI::App& app, Context& context);
/// Hidden: what the server runs to decode photos.
void add_decode(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);
void add_config(CLI::App& app, Context& context);
void add_org(CLI::App& app, Context& context);
/// A verb below `org`.
void add_org_quota(CLI::App& org_verb, Context& context);
void add_user(CLI::App& app, Context& context);
void add_key(CLI::App& app, Context& context);

}  // namespace likeness::apps
