#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct Chosen {
  std::string id;
  bool all = false;
  std::string import_id;
  std::string stage;
  std::string error_kind;

  json filter() const {
    json fields = json::object();
    if (!import_id.empty()) fields["import_id"] = import_id;
    if (!stage.empty()) fields["stage"] = stage;
    if (!error_kind.empty()) fields["error_kind"] = error_kind;
    return fields;
  }
};

ExitCode list(const Context& context, const Chosen& chosen, int limit) {
  auto session = ApiSession::on_org(context);
  std::string path = fmt::format("/v1/dead-letters?limit={}", limit);
  const auto filter = chosen.filter();
  for (const auto& [name, value] : filter.items()) path += "&" + name + "=" + url_encoded(value.get<std::string>());
  const auto page = session.get(path);
  if (context.json) {
    std::cout << page.dump() << '\n';
    return ExitCode::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& letter : page.at("dead_letters"))
    rows.push_back({letter.at("id"), letter.at("stage"), letter.at("error_kind"), letter.at("tries").dump(),
                    letter.value("location", letter.value("product_id", "")), letter.at("reason")});
  fmt::print("{}", table({"job", "stage", "error", "tries", "what", "reason"}, rows));
  if (page.contains("next_cursor")) fmt::print("… and older ones: --limit shows up to 200\n");
  return ExitCode::ok;
}

ExitCode retry(const Context& context, const Chosen& chosen) {
  auto session = ApiSession::on_org(context);
  long retried = 1;
  if (!chosen.id.empty()) {
    session.post_nothing("/v1/dead-letters/" + url_encoded(chosen.id) + "/retry");
  } else {
    retried = 0;
    for (bool more = true; more;) {
      const auto answer = session.post("/v1/dead-letters/retry", chosen.filter());
      retried += answer.at("retried").get<long>();
      more = answer.at("more").get<bool>();
    }
  }
  if (context.json)
    std::cout << json{{"retried", retried}}.dump() << '\n';
  else
    fmt::print("{} {} queued again\n", retried, retried == 1 ? "job is" : "jobs are");
  return ExitCode::ok;
}

void add_filter(CLI::App& verb, Chosen& chosen) {
  verb.add_option("--import", chosen.import_id, "only those of this import");
  verb.add_option("--stage", chosen.stage, "only those that failed in this stage");
  verb.add_option("--error", chosen.error_kind, "only those that failed for this kind of error");
}

}  // namespace

void add_dead_letters(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("dead-letters", "work that was given up: look at it, or try it again");
  verb->require_subcommand(1);
  const auto chosen = std::make_shared<Chosen>();
  const auto limit = std::make_shared<int>(50);

  auto* listing = verb->add_subcommand("list", "what was given up and why, latest first");
  add_filter(*listing, *chosen);
  listing->add_option("--limit", *limit, "at most so many")->check(CLI::Range(1, 200))->capture_default_str();
  listing->callback([&context, chosen, limit] {
    context.run = [&context, chosen, limit] { return list(context, *chosen, *limit); };
  });

  auto* retrying = verb->add_subcommand("retry", "queue one again, or all that fit");
  add_filter(*retrying, *chosen);
  auto* id = retrying->add_option("ID", chosen->id, "of the job");
  retrying->add_flag("--all", chosen->all, "all, or all that fit the filters")->excludes(id);
  retrying->callback([&context, chosen] {
    if (chosen->id.empty() && !chosen->all) throw CLI::ValidationError("dead-letters retry", "name an ID, or --all");
    context.run = [&context, chosen] { return retry(context, *chosen); };
  });
}

}  // namespace likeness::apps
