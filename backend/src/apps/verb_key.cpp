#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct KeyOptions {
  std::string name;  ///< or id
  std::vector<std::string> scopes{"search"};
  std::vector<std::string> origins;
  int days = 0;  ///< 0: for good
};

void print(const Context& context, const json& document, const std::string& text) {
  std::cout << (context.json ? document.dump() + "\n" : text);
}

std::string joined(const json& words) { return join(words.get<std::vector<std::string>>(), ", "); }

ExitCode create(const Context& context, const KeyOptions& options) {
  json body{{"name", options.name}, {"scopes", options.scopes}, {"allowed_origins", options.origins}};
  if (options.days > 0) body["expires_at"] = to_iso8601(now() + std::chrono::days(options.days));
  auto session = ApiSession::on_org(context);
  const auto key = session.post("/v1/api-keys", body);
  print(context, key, fmt::format("{}\n", key.value("key", "")));
  if (!context.json) fmt::print(stderr, "this is the key, and it is not shown again\n");
  return ExitCode::ok;
}

ExitCode list(const Context& context, const KeyOptions&) {
  auto session = ApiSession::on_org(context);
  const auto keys = session.list("/v1/api-keys", "api_keys");
  std::vector<std::vector<std::string>> rows;
  for (const auto& key : keys)
    rows.push_back({key.value("name", ""), joined(key.at("scopes")), joined(key.at("allowed_origins")),
                    key.value("expires_at", "never"), key.value("last_used_at", "never"), key.value("id", "")});
  print(context, keys, table({"key", "scopes", "origins", "expires", "last used", "id"}, rows));
  return ExitCode::ok;
}

ExitCode revoke(const Context& context, const KeyOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto keys = session.list("/v1/api-keys", "api_keys");
  for (const auto& key : keys) {
    if (key.at("name") != options.name && key.at("id") != options.name) continue;
    session.remove("/v1/api-keys/" + key.at("id").get<std::string>());
    return ExitCode::ok;
  }
  throw Error(ErrorKind::not_found, "there is no API key \"" + options.name + "\": `likeness key list` shows them");
}

}  // namespace

void add_key(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("key", "make, list and revoke API keys");
  verb->require_subcommand(1);
  const auto options = std::make_shared<KeyOptions>();
  const auto add_verb = verb_adder(*verb, context, options);
  auto* creating = add_verb("create", "make a key and show it, this once", create);
  creating->add_option("NAME", options->name)->required();
  creating->add_option("--scope", options->scopes, "what it may do; may be repeated")
      ->check(CLI::IsMember({"search", "ingest", "admin"}))
      ->capture_default_str();
  creating->add_option("--origin", options->origins, "a web page's origin that may use it; may be repeated")
      ->type_name("ORIGIN");
  creating->add_option("--days", options->days, "after which it is good for nothing; 0: never")
      ->check(CLI::Range(0, 36'500));
  add_verb("list", "list the keys of an org", list);
  add_verb("revoke", "revoke a key, at once", revoke)->add_option("NAME", options->name, "name or id")->required();
}

}  // namespace likeness::apps
