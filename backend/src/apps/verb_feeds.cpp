#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

struct FeedOptions {
  std::string feed;  ///< name or id
  std::string url;
  std::string format = "auto";
  std::vector<std::string> mapping;  ///< column=attribute
  bool delta = false;
  std::string cron;
  std::string time_zone = "UTC";
  std::string user;
  std::string header;
  bool bearer = false;
  std::string secret_variable;
  bool remove_products = false;
  bool wait = false;
  int limit = 20;
};

std::string text_of(const json& document, const char* name) { return document.value(name, ""); }

json find_feed(ApiSession& session, const std::string& name) {
  std::string path = "/v1/feeds?limit=200";
  while (true) {
    const auto page = session.get(path);
    const auto feeds = page.at("feeds");
    for (const auto& feed : feeds)
      if (feed.at("name") == name || feed.at("id") == name) return feed;
    if (!page.contains("next_cursor"))
      throw Error(ErrorKind::not_found, "there is no feed \"" + name + "\": `likeness feeds list` shows them", "feed");
    path = "/v1/feeds?limit=200&cursor=" + url_encoded(text_of(page, "next_cursor"));
  }
}

std::string path_of(const json& feed, const std::string& what = "") {
  return "/v1/feeds/" + feed.at("id").get<std::string>() + (what.empty() ? "" : "/" + what);
}

std::string when(const json& feed) {
  if (!feed.contains("schedule")) return feed.at("kind") == "url" ? "by hand" : "by upload";
  const auto schedule = feed.at("schedule");
  return fmt::format("{} {}{}", text_of(schedule, "cron"), text_of(schedule, "time_zone"),
                     feed.at("paused").get<bool>() ? " (paused)" : "");
}

void print(const Context& context, const json& document, const std::string& text) {
  std::cout << (context.json ? document.dump() : text) << '\n';
}

void print_feed(const Context& context, const json& feed) {
  std::string text = fmt::format("{}  {}\n", text_of(feed, "name"), text_of(feed, "id"));
  if (feed.contains("url")) text += fmt::format("  from         {}\n", text_of(feed, "url"));
  text += fmt::format("  format       {}, {}\n  credentials  {}\n  pulled       {}", text_of(feed, "format"),
                      text_of(feed, "mode"), text_of(feed.at("credentials"), "kind"), when(feed));
  if (feed.contains("next_pull_at")) text += ", next at " + text_of(feed, "next_pull_at");
  const auto mapping = feed.at("mapping");
  for (const auto& entry : mapping)
    text += fmt::format("\n  column       {} is {}", text_of(entry, "column"), text_of(entry, "attribute"));
  print(context, feed, text);
}

std::vector<std::string> row_of(const json& pull) {
  std::string counts;
  if (pull.contains("import")) {
    const auto import = pull.at("import");
    const auto products = import.at("products");
    counts = fmt::format("{} rows, {} broken; {} new, {} changed, {} removed", import.at("rows").at("read").get<long>(),
                         import.at("rows").at("broken").get<long>(), products.at("created").get<long>(),
                         products.at("changed").get<long>(), products.at("removed").get<long>());
  }
  return {text_of(pull, "created_at"),
          text_of(pull, "trigger"),
          pull.value("outcome", pull.at("state").get<std::string>()),
          pull.contains("http_status") ? std::to_string(pull.at("http_status").get<int>()) : "",
          std::to_string(pull.at("bytes").get<long long>()),
          fmt::format("{:.1f}", pull.at("seconds").get<double>()),
          counts.empty() ? text_of(pull, "reason") : counts};
}

ExitCode list(const Context& context, const FeedOptions&) {
  auto session = ApiSession::on_org(context);
  json feeds = json::array();
  for (std::string cursor;;) {
    const auto page = session.get("/v1/feeds?limit=200" + cursor);
    const auto some = page.at("feeds");
    feeds.insert(feeds.end(), some.begin(), some.end());
    if (!page.contains("next_cursor")) break;
    cursor = "&cursor=" + url_encoded(text_of(page, "next_cursor"));
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& feed : feeds)
    rows.push_back(
        {text_of(feed, "name"), text_of(feed, "url"), when(feed), text_of(feed, "next_pull_at"), text_of(feed, "id")});
  print(context, feeds, table({"feed", "from", "pulled", "next", "id"}, rows));
  return ExitCode::ok;
}

/// The secret never stands on the command line, where other users of the machine can read it.
std::string read_secret(const FeedOptions& options) {
  if (!options.secret_variable.empty()) {
    const char* value = std::getenv(options.secret_variable.c_str());
    if (value == nullptr)
      throw Error(ErrorKind::invalid_argument, "the environment has no " + options.secret_variable, "secret-env");
    return value;
  }
  std::string secret;
  std::getline(std::cin, secret);
  return secret;
}

json credentials_of(const FeedOptions& options) {
  if (!options.user.empty()) return {{"kind", "basic"}, {"name", options.user}, {"secret", read_secret(options)}};
  if (!options.header.empty()) return {{"kind", "header"}, {"name", options.header}, {"secret", read_secret(options)}};
  if (options.bearer) return {{"kind", "bearer"}, {"secret", read_secret(options)}};
  return {{"kind", "none"}};
}

ExitCode add(const Context& context, const FeedOptions& options) {
  json feed{{"name", options.feed},
            {"format", options.format},
            {"mode", options.delta ? "delta" : "full"},
            {"mapping", json::array()},
            {"credentials", credentials_of(options)}};
  if (!options.url.empty()) feed["url"] = options.url;
  if (!options.cron.empty()) feed["schedule"] = {{"cron", options.cron}, {"time_zone", options.time_zone}};
  for (const auto& entry : options.mapping) {
    const auto mark = entry.rfind('=');
    if (mark == std::string::npos)
      throw Error(ErrorKind::invalid_argument, "--map " + entry + ": write \"COLUMN=attribute\"", "map");
    feed["mapping"].push_back({{"column", entry.substr(0, mark)}, {"attribute", entry.substr(mark + 1)}});
  }
  auto session = ApiSession::on_org(context);
  print_feed(context, session.post("/v1/feeds", feed));
  return ExitCode::ok;
}

ExitCode show(const Context& context, const FeedOptions& options) {
  auto session = ApiSession::on_org(context);
  print_feed(context, find_feed(session, options.feed));
  return ExitCode::ok;
}

json wait_for(ApiSession& session, const json& feed, const std::string& pull_id) {
  while (true) {
    const auto pulls = session.get(path_of(feed, "pulls?limit=200")).at("pulls");
    for (const auto& pull : pulls)
      if (pull.at("id") == pull_id && pull.at("state") == "done") return pull;
    std::this_thread::sleep_for(300ms);
  }
}

ExitCode pull(const Context& context, const FeedOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto feed = find_feed(session, options.feed);
  auto pull = session.post_nothing(path_of(feed, "pull"));
  if (options.wait) pull = wait_for(session, feed, pull.at("id").get<std::string>());
  const auto outcome = pull.value("outcome", "queued");
  print(context, pull, fmt::format("{}: {} {}", options.feed, outcome, row_of(pull).back()));
  return outcome == "failed" ? ExitCode::partial : ExitCode::ok;
}

ExitCode set_paused(const Context& context, const FeedOptions& options, const char* verb) {
  auto session = ApiSession::on_org(context);
  print_feed(context, session.post_nothing(path_of(find_feed(session, options.feed), verb)));
  return ExitCode::ok;
}

ExitCode remove(const Context& context, const FeedOptions& options) {
  auto session = ApiSession::on_org(context);
  session.remove(path_of(find_feed(session, options.feed)) + (options.remove_products ? "?remove_products=true" : ""));
  return ExitCode::ok;
}

ExitCode history(const Context& context, const FeedOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto pulls =
      session.get(path_of(find_feed(session, options.feed), "pulls") + "?limit=" + std::to_string(options.limit))
          .at("pulls");
  std::vector<std::vector<std::string>> rows;
  for (const auto& pull : pulls) rows.push_back(row_of(pull));
  print(context, pulls, table({"when", "trigger", "outcome", "status", "bytes", "seconds", "what came of it"}, rows));
  return ExitCode::ok;
}

}  // namespace

void add_feeds(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("feeds", "feeds that the server fetches by itself, and what came of it");
  verb->require_subcommand(1);
  const auto options = std::make_shared<FeedOptions>();
  const auto add_verb = verb_adder(*verb, context, options);
  const auto add_named = [&](const char* name, const char* help, auto run) {
    auto* command = add_verb(name, help, run);
    command->add_option("FEED", options->feed, "name or id")->required();
    return command;
  };
  add_verb("list", "list the feeds", list);
  add_named("show", "how a feed is set up", show);
  auto* pulling = add_named("pull", "fetch a feed now", pull);
  pulling->add_flag("--wait", options->wait, "until it is fetched");
  add_named("pause", "pass over a feed's schedule",
            [](const Context& c, const FeedOptions& o) { return set_paused(c, o, "pause"); });
  add_named("resume", "follow a feed's schedule again",
            [](const Context& c, const FeedOptions& o) { return set_paused(c, o, "resume"); });
  auto* removing = add_named("remove", "remove a feed", remove);
  removing->add_flag("--remove-products", options->remove_products, "and the products that came from it");
  auto* telling = add_named("history", "when a feed was fetched, and what came of it", history);
  telling->add_option("--limit", options->limit, "at most so many")->check(CLI::Range(1, 200))->capture_default_str();

  auto* adding = add_verb("add", "set a feed up", add);
  adding->add_option("NAME", options->feed, "what to call it")->required();
  adding->add_option("URL", options->url, "where it is fetched from; none: its rows come by `likeness import`");
  adding->add_option("--format", options->format, "auto, or as of `likeness import`")->capture_default_str();
  adding->add_option("--map", options->mapping, "a column's attribute: \"Produktname=title\"; may be repeated")
      ->type_name("COLUMN=ATTRIBUTE")
      ->allow_extra_args(false);
  adding->add_flag("--delta", options->delta, "rows that are missing stay in the catalogue");
  adding->add_option("--cron", options->cron, "when: \"0 6 * * *\", @hourly …; none: by hand only");
  adding->add_option("--time-zone", options->time_zone, "of --cron: Europe/Berlin …")->capture_default_str();
  auto* user = adding->add_option("--user", options->user, "user name; the password is read from standard input");
  auto* header = adding->add_option("--header", options->header, "header's name; its value is read likewise");
  auto* bearer = adding->add_flag("--bearer", options->bearer, "a bearer token, read likewise");
  user->excludes(header)->excludes(bearer);
  header->excludes(bearer);
  adding->add_option("--secret-env", options->secret_variable,
                     "variable of the environment that holds the password, value or token instead");
}

}  // namespace likeness::apps
