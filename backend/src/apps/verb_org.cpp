#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct OrgOptions {
  std::string slug;
  std::string name;
  std::string currency = "EUR";
  bool if_missing = false;
};

ExitCode create(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), "");
  try {
    const auto org = session.post("/v1/orgs", {{"slug", options.slug},
                                               {"name", options.name.empty() ? options.slug : options.name},
                                               {"currency", options.currency}});
    std::cout << (context.json ? org.dump() : fmt::format("org {} is there", options.slug)) << '\n';
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict || !options.if_missing) throw;
  }
  return ExitCode::ok;
}

ExitCode list(const Context& context) {
  const auto orgs = ApiSession(find_server(context), "").get("/v1/orgs").at("orgs");
  if (context.json) {
    std::cout << orgs.dump() << '\n';
    return ExitCode::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& org : orgs)
    rows.push_back({org.at("slug").get<std::string>(), org.at("name").get<std::string>(),
                    org.at("currency").get<std::string>(), org.at("id").get<std::string>()});
  std::cout << table({"org", "name", "currency", "id"}, rows);
  return ExitCode::ok;
}

ExitCode remove(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), "");
  session.remove("/v1/orgs/" + find_org(session, options.slug).at("id").get<std::string>());
  return ExitCode::ok;
}

}  // namespace

void add_org(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("org", "make, list and remove orgs");
  verb->require_subcommand(1);
  const auto options = std::make_shared<OrgOptions>();
  auto* creating = verb->add_subcommand("create", "make an org");
  creating->add_option("ORG", options->slug, "short name: lower-case letters, digits, hyphens")->required();
  creating->add_option("--name", options->name, "name for people");
  creating->add_option("--currency", options->currency, "ISO 4217 code")->capture_default_str();
  creating->add_flag("--if-missing", options->if_missing, "do nothing where it is there already");
  creating->callback([&context, options] { context.run = [&context, options] { return create(context, *options); }; });
  verb->add_subcommand("list", "list the orgs")->callback([&context] {
    context.run = [&context] { return list(context); };
  });
  add_org_quota(*verb, context);
  auto* removing = verb->add_subcommand("delete", "remove an org with everything in it");
  removing->add_option("ORG", options->slug, "short name or id")->required();
  removing->callback([&context, options] { context.run = [&context, options] { return remove(context, *options); }; });
}

}  // namespace likeness::apps
