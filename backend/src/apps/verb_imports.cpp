#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/feed_import.hpp"
#include "apps/client/import_report.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct ImportsOptions {
  std::string id;
  std::string directory = ".";
  std::string error_file;
  bool allow_mass_delete = false;
  bool keep_missing = false;
};

std::string path_of(const ImportsOptions& options) { return "/v1/imports/" + url_encoded(options.id); }

ExitCode print(const Context& context, const json& import) {
  if (context.json)
    std::cout << import.dump() << '\n';
  else
    print_import(import);
  return ExitCode::ok;
}

ExitCode list(const Context& context, const ImportsOptions&) {
  const auto imports = ApiSession::on_org(context).get("/v1/imports");
  if (context.json) {
    std::cout << imports.dump() << '\n';
    return ExitCode::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& import : imports.at("imports"))
    rows.push_back({import.at("id"), import.at("created_at"), import.at("source"), import.at("filename"),
                    import.at("state"), std::to_string(import.at("rows").at("read").get<long>()),
                    fmt::format("{}/{}", import.at("images").at("done").get<long>(),
                                import.at("images").at("total").get<long>())});
  std::cout << table({"import", "started", "source", "file", "state", "rows", "photos"}, rows);
  return ExitCode::ok;
}

ExitCode show(const Context& context, const ImportsOptions& options) {
  const auto import = ApiSession::on_org(context).get(path_of(options));
  print(context, import);
  if (context.json) return ExitCode::ok;
  std::vector<std::vector<std::string>> rows;
  for (const auto& stage : import.at("stages"))
    rows.push_back({stage.at("stage"), std::to_string(stage.at("in").get<long>()),
                    std::to_string(stage.at("done").get<long>()), std::to_string(stage.at("failed").get<long>()),
                    fmt::format("{:.1f}", stage.at("rate_per_s").get<double>()),
                    stage.contains("eta_s") ? fmt::format("{:.0f} s", stage.at("eta_s").get<double>()) : "-"});
  std::cout << table({"stage", "in", "done", "failed", "per second", "left"}, rows);
  if (import.contains("failure")) fmt::print("{}\n", import.at("failure").get<std::string>());
  return ExitCode::ok;
}

ExitCode follow(const Context& context, const ImportsOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto import = follow_import(session, options.id, options.directory, context.json);
  print(context, import);
  return conclude(import, context.json);
}

ExitCode pause(const Context& context, const ImportsOptions& options) {
  return print(context, ApiSession::on_org(context).post_nothing(path_of(options) + "/pause"));
}

ExitCode cancel(const Context& context, const ImportsOptions& options) {
  return print(context, ApiSession::on_org(context).post_nothing(path_of(options) + "/cancel"));
}

ExitCode resume(const Context& context, const ImportsOptions& options) {
  json answer = json::object();
  if (options.allow_mass_delete) answer["allow_mass_delete"] = true;
  if (options.keep_missing) answer["allow_mass_delete"] = false;
  return print(context, ApiSession::on_org(context).post(path_of(options) + "/resume", answer));
}

ExitCode errors(const Context& context, const ImportsOptions& options) {
  auto session = ApiSession::on_org(context);
  if (!options.error_file.empty()) {
    write_error_report(session, options.id, options.error_file);
    return ExitCode::ok;
  }
  json all = json::array();
  std::string cursor;
  do {
    const auto page = session.get(path_of(options) + "/errors?limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor));
    if (context.json)
      all.insert(all.end(), page.at("errors").begin(), page.at("errors").end());
    else
      print_faults(page.at("errors"));
    cursor = page.value("next_cursor", "");
  } while (!cursor.empty());
  if (context.json) std::cout << json{{"errors", all}}.dump() << '\n';
  return ExitCode::ok;
}

}  // namespace

void add_imports(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("imports", "imports that were started: look at them, pause, cancel, go on");
  verb->require_subcommand(1);
  const auto options = std::make_shared<ImportsOptions>();
  const auto add = verb_adder(*verb, context, options);
  const auto add_with_id = [&](const char* name, const char* what,
                               ExitCode (*run)(const Context&, const ImportsOptions&)) {
    auto* part = add(name, what, run);
    part->add_option("IMPORT", options->id, "id of the import")->required();
    return part;
  };
  add("list", "the latest", list);
  add_with_id("show", "one, stage by stage", show);
  add_with_id("follow", "send the photos that are wanted and wait for the end", follow)
      ->add_option("--photos", options->directory, "directory that the feed's paths start from")
      ->capture_default_str();
  add_with_id("pause", "take on nothing more", pause);
  add_with_id("cancel", "end it; what was read stays", cancel);
  auto* resume_verb = add_with_id("resume", "go on with one that is paused or stopped", resume);
  auto* allow = resume_verb->add_flag("--allow-mass-delete", options->allow_mass_delete,
                                      "remove what the feed no longer names, however much it is");
  resume_verb->add_flag("--keep-missing", options->keep_missing, "go on without removing anything")->excludes(allow);
  add_with_id("errors", "what was wrong in its feed", errors)
      ->add_option("--file", options->error_file, "write them here, as CSV")
      ->type_name("FILE");
}

}  // namespace likeness::apps
