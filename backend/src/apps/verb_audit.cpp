#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/progress.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct AuditOptions {
  bool of_server = false;
  std::string actor;
  std::string action;
  std::string object;
  std::string from;
  std::string to;
  int limit = 50;
  std::string file;
  std::string subject;
  std::string before;
};

ApiSession session_of(const Context& context, const AuditOptions& options) {
  if (options.of_server) return {find_server(context), ""};
  return ApiSession::on_org(context);
}

std::string query_of(const AuditOptions& options, int limit, const std::string& cursor) {
  std::string query = fmt::format("?limit={}", limit);
  const std::pair<const char*, const std::string&> values[] = {{"actor", options.actor},   {"action", options.action},
                                                               {"object", options.object}, {"from", options.from},
                                                               {"to", options.to},         {"cursor", cursor}};
  for (const auto& [name, value] : values)
    if (!value.empty()) query += fmt::format("&{}={}", name, url_encoded(value));
  return query;
}

std::vector<std::string> row_of(const json& entry) {
  const auto& actor = entry.at("actor");
  const auto personal = entry.value("personal", json::object());
  const auto object = entry.value("object", json::object());
  return {entry.at("sequence").dump(),
          entry.at("at"),
          actor.value("email", actor.value("id", actor.at("kind").get<std::string>())),
          entry.at("action"),
          entry.at("outcome"),
          object.value("id", ""),
          personal.value("peer", "")};
}

ExitCode list(const Context& context, const AuditOptions& options) {
  const auto page = session_of(context, options).get("/v1/audit" + query_of(options, options.limit, ""));
  if (context.json) {
    std::cout << page.dump() << '\n';
    return ExitCode::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : page.at("entries")) rows.push_back(row_of(entry));
  fmt::print("{}", table({"entry", "at", "who", "what", "outcome", "on", "from"}, rows));
  if (page.contains("next_cursor")) fmt::print("… and older ones: --limit shows up to 200, `audit export` all\n");
  return ExitCode::ok;
}

ExitCode export_log(const Context& context, const AuditOptions& options) {
  auto session = session_of(context, options);
  std::ofstream file;
  if (options.file != "-") file.open(options.file, std::ios::binary | std::ios::trunc);
  std::ostream& out = options.file == "-" ? std::cout : file;
  const auto latest = session.get("/v1/audit" + query_of(options, 1, "")).at("entries");
  const long last = latest.empty() ? 0 : latest[0].at("sequence").get<long>();
  Progress progress(context.json);
  long entries = 0;
  std::string cursor;
  do {
    const auto answer = session.get_answer("/v1/audit/export" + query_of(options, 500, cursor));
    out << answer.body;
    if (!out) throw Error(ErrorKind::unavailable, "file " + options.file + " cannot be written");
    entries += std::ranges::count(answer.body, '\n');
    progress.show("entries", entries, std::max(entries, last));
    cursor = answer.header("likeness-next-cursor");
  } while (!cursor.empty());
  out.flush();
  if (!out) throw Error(ErrorKind::unavailable, "file " + options.file + " cannot be written");
  progress.finish();
  if (options.file == "-") return ExitCode::ok;
  if (context.json)
    std::cout << json{{"entries", entries}}.dump() << '\n';
  else
    fmt::print("{} entries in {}\n", entries, options.file);
  return ExitCode::ok;
}

ExitCode verify(const Context& context, const AuditOptions& options) {
  auto session = session_of(context, options);
  Progress progress(context.json);
  json check;
  std::string cursor;
  do {
    check = session.get("/v1/audit/check?limit=5000" + (cursor.empty() ? "" : "&cursor=" + url_encoded(cursor)));
    progress.show("entries checked", check.at("checked").get<long>(), check.at("entries").get<long>());
    cursor = check.value("next_cursor", "");
  } while (!cursor.empty());
  progress.finish();
  const bool right = check.at("complete").get<bool>();
  if (context.json)
    std::cout << check.dump() << '\n';
  else if (right)
    fmt::print("the log {} is as it was written: {} entries, the last with hash {}\n",
               check.at("log").get<std::string>(), check.at("checked").get<long>(),
               check.at("hash").get<std::string>());
  else
    fmt::print("the log {} is NOT as it was written: entry {}: {}; the {} before it are right\n",
               check.at("log").get<std::string>(), check.at("broken").at("sequence").get<long>(),
               check.at("broken").at("reason").get<std::string>(), check.at("checked").get<long>());
  return right ? ExitCode::ok : ExitCode::partial;
}

ExitCode erase(const Context& context, const AuditOptions& options) {
  auto session = session_of(context, options);
  std::string query = options.subject.empty() ? "?" : "?subject=" + url_encoded(options.subject);
  if (!options.before.empty()) query += "&before=" + url_encoded(options.before);
  long erased = 0;
  json answer;
  do {
    answer = session.remove_with_answer("/v1/audit/personal-values" + query);
    erased += answer.at("erased").get<long>();
  } while (answer.at("more").get<bool>());
  if (context.json)
    std::cout << json{{"erased", erased}}.dump() << '\n';
  else
    fmt::print("{} values about people are erased; the log stays valid\n", erased);
  return ExitCode::ok;
}

void add_filter(CLI::App& verb, AuditOptions& options) {
  verb.add_option("--actor", options.actor, "only what this one did: id, e-mail, operator or nobody");
  verb.add_option("--action", options.action, "only this: an operation id, such as deleteProduct");
  verb.add_option("--object", options.object, "only what was done to this: its id");
  verb.add_option("--from", options.from, "a date or time; this or later");
  verb.add_option("--to", options.to, "a date or time; before it");
}

}  // namespace

void add_audit(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("audit", "who did what: read it, take it away, check that nobody changed it");
  verb->require_subcommand(1);
  const auto options = std::make_shared<AuditOptions>();
  const auto add_verb = verb_adder(*verb, context, options);
  const auto add = [&](const char* name, const char* what, ExitCode (*run)(const Context&, const AuditOptions&)) {
    auto* part = add_verb(name, what, run);
    part->add_flag("--of-server", options->of_server, "the server's own log, of orgs made and erased");
    return part;
  };
  auto* listing = add("list", "the latest entries", list);
  add_filter(*listing, *options);
  listing->add_option("--limit", options->limit, "at most so many")->check(CLI::Range(1, 200))->capture_default_str();
  auto* exporting = add("export", "all entries as JSON Lines, with what a third party needs to check them", export_log);
  add_filter(*exporting, *options);
  exporting->add_option("FILE", options->file, "where to; - is standard output")->required();
  add("verify", "walk the chain of hashes; exit code 5 and the first broken entry where it is not right", verify);
  auto* erasing = add("erase-personal", "erase values about people; the chain stays valid", erase);
  auto* subject = erasing->add_option("--subject", options->subject, "id of a user, key or object");
  erasing->add_option("--before", options->before, "a date or time; values of entries before it");
  erasing->callback([&context, options, subject] {
    if (subject->empty() && options->before.empty())
      throw CLI::ValidationError("audit erase-personal", "give --subject or --before");
    context.run = [&context, options] { return erase(context, *options); };
  });
}

}  // namespace likeness::apps
