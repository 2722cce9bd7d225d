#include <fmt/format.h>

#include <array>
#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct QuotaOption {
  const char* name;  ///< in the HTTP contract
  const char* flag;
  const char* help;
  long unit = 1;
};
constexpr std::array<QuotaOption, 4> kQuotas = {{{"products", "--products", "products of the catalogue"},
                                                 {"images", "--images", "photos of the catalogue"},
                                                 {"queries_per_day", "--queries-per-day", "searches a day (UTC)"},
                                                 {"storage_bytes", "--storage-megabytes", "bytes kept", 1L << 20}}};

struct QuotaOptions {
  std::string org;
  std::array<std::string, kQuotas.size()> given;  ///< in the order of kQuotas; empty: stays
};

/// A number, or null for "default".
json read_limit(const std::string& text, const QuotaOption& quota) {
  if (text == "default") return nullptr;
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0)
    throw Error(ErrorKind::invalid_argument,
                fmt::format("{} is to be a number, 0 for no limit, or default, not \"{}\"", quota.flag, text));
  return value * quota.unit;
}

void print(const json& usage) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& quota : kQuotas) {
    const auto& entry = usage.at(quota.name);
    rows.push_back({quota.name, std::to_string(entry.at("used").get<long>()),
                    entry.contains("limit") ? std::to_string(entry.at("limit").get<long>()) : "none"});
  }
  std::cout << table({"quota", "used", "limit"}, rows);
}

ExitCode run_quota(const Context& context, const QuotaOptions& options) {
  ApiSession session(find_server(context), "");
  const auto org = "/v1/orgs/" + find_org(session, options.org).at("id").get<std::string>();
  auto quota = session.get(org + "/quota");
  const auto before = quota;
  for (std::size_t i = 0; i < kQuotas.size(); ++i)
    if (!options.given[i].empty()) quota[kQuotas[i].name] = read_limit(options.given[i], kQuotas[i]);
  if (quota != before) session.put(org + "/quota", quota);
  const auto usage = session.get(org + "/usage");
  if (context.json)
    std::cout << usage.dump() << '\n';
  else
    print(usage);
  return ExitCode::ok;
}

}  // namespace

void add_org_quota(CLI::App& org_verb, Context& context) {
  const auto options = std::make_shared<QuotaOptions>();
  auto* verb = org_verb.add_subcommand("quota", "set what an org may have, and show what it has");
  verb->add_option("ORG", options->org, "short name or id")->required();
  for (std::size_t i = 0; i < kQuotas.size(); ++i)
    verb->add_option(kQuotas[i].flag, options->given[i],
                     fmt::format("{}: a number, 0 for no limit, or default", kQuotas[i].help));
  verb->callback([&context, options] { context.run = [&context, options] { return run_quota(context, *options); }; });
}

}  // namespace likeness::apps
