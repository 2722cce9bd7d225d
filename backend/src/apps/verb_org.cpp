#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/sodium/sodium_report_signer.hpp"
#include "apps/client/api_session.hpp"
#include "apps/client/org_operation.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "tenancy/signed_report.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr std::size_t kReportBytesMax = 1 << 20;

struct OrgOptions {
  std::string slug;
  std::string name;
  std::string currency = "EUR";
  bool if_missing = false;
  std::string new_slug;
  std::string new_currency;
  std::string file;
  std::string confirmed;
  std::string public_key;
};

std::string text_of(const json& document, const char* name) { return document.value(name, ""); }

void print_org(const Context& context, const json& org) {
  std::cout << (context.json
                    ? org.dump()
                    : table({"org", "name", "currency", "id"}, {{text_of(org, "slug"), text_of(org, "name"),
                                                                 text_of(org, "currency"), text_of(org, "id")}}));
  if (context.json) std::cout << '\n';
}

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

std::string org_path(ApiSession& session, const OrgOptions& options) {
  return "/v1/orgs/" + find_org(session, options.slug).at("id").get<std::string>();
}

ExitCode show(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), "");
  print_org(context, session.get(org_path(session, options)));
  return ExitCode::ok;
}

ExitCode rename(const Context& context, const OrgOptions& options) {
  json change = json::object();
  if (!options.new_slug.empty()) change["slug"] = options.new_slug;
  if (!options.name.empty()) change["name"] = options.name;
  if (!options.new_currency.empty()) change["currency"] = options.new_currency;
  if (change.empty())
    throw Error(ErrorKind::invalid_argument, "say what is to change: --slug, --name or --currency", "org");
  ApiSession session(find_server(context), "");
  print_org(context, session.patch(org_path(session, options), change));
  return ExitCode::ok;
}

ExitCode export_archive(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), options.slug);
  const auto made = follow(session, "/v1/exports/", session.post_nothing("/v1/exports"), "export", context.json);
  session.download("/v1/exports/" + made.at("id").get<std::string>() + "/archive", options.file);
  if (context.json) {
    std::cout << made.dump() << '\n';
    return ExitCode::ok;
  }
  const auto& archive = made.at("archive");
  std::vector<std::vector<std::string>> rows;
  const auto& counts = archive.at("counts");
  for (const auto& count : counts)
    rows.push_back({text_of(count, "name"), std::to_string(count.at("count").get<long>())});
  std::cout << table({"what", "count"}, rows)
            << fmt::format("{}: {} bytes, SHA-256 {}\n", options.file, archive.at("bytes").get<long>(),
                           text_of(archive, "sha256"));
  return ExitCode::ok;
}

ExitCode clone(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), "");
  const auto path = org_path(session, options);
  json wanted{{"slug", options.new_slug}};
  if (!options.name.empty()) wanted["name"] = options.name;
  const auto made = follow(session, path + "/clones/", session.post(path + "/clone", wanted), "clone", context.json);
  const auto& copied = made.at("copied");
  std::cout << (context.json
                    ? made.dump()
                    : fmt::format("org {} is a copy of {}: {} products, {} feeds (paused)", options.new_slug,
                                  options.slug, copied.at("products").get<long>(), copied.at("feeds").get<long>()))
            << '\n';
  return ExitCode::ok;
}

void print_report(const json& signed_report) {
  const auto& report = signed_report.at("report");
  std::map<std::string, long> left;
  const auto& found = report.at("left");
  for (const auto& entry : found) left[text_of(entry, "name")] = entry.at("count").get<long>();
  std::vector<std::vector<std::string>> rows;
  const auto& removed = report.at("removed");
  for (const auto& entry : removed)
    rows.push_back({text_of(entry, "name"), std::to_string(entry.at("count").get<long>()),
                    std::to_string(left[text_of(entry, "name")])});
  std::cout << table({"store or table", "removed", "left"}, rows)
            << fmt::format("org {} ({}) was erased at {}, asked for by {}\n", text_of(report, "slug"),
                           text_of(report, "org_id"), text_of(report, "finished_at"), text_of(report, "requested_by"));
}

void write_file(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text << std::flush;
  if (!out) throw Error(ErrorKind::invalid_argument, "the file " + file + " cannot be written", "out");
}

/// Erasing cannot be taken back, so the short name has to be said a second time.
ExitCode erase(const Context& context, const OrgOptions& options) {
  ApiSession session(find_server(context), "");
  const auto path = org_path(session, options);
  std::string confirmed = options.confirmed;
  if (confirmed.empty()) {
    fmt::print(stderr, "everything of org {} will be removed for good; type its short name: ", options.slug);
    std::getline(std::cin, confirmed);
  }
  const auto made =
      follow(session, "/v1/erasures/", session.post(path + "/erase", {{"slug", confirmed}}), "erase", context.json);
  const auto& report = made.at("signed_report");
  if (!options.file.empty()) write_file(options.file, report.dump(2) + "\n");
  if (context.json)
    std::cout << report.dump() << '\n';
  else
    print_report(report);
  return ExitCode::ok;
}

ExitCode list_erasures(const Context& context) {
  const auto erasures = ApiSession(find_server(context), "").get("/v1/erasures?limit=200").at("erasures");
  if (context.json) {
    std::cout << erasures.dump() << '\n';
    return ExitCode::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& erasure : erasures)
    rows.push_back({text_of(erasure, "slug"), text_of(erasure, "state"), text_of(erasure, "created_at"),
                    text_of(erasure, "finished_at"), text_of(erasure, "failure"), text_of(erasure, "id")});
  std::cout << table({"org", "state", "asked for", "done", "put off because", "id"}, rows);
  return ExitCode::ok;
}

/// The key that this data directory's server signs with, where no other is named.
std::string expected_key(const Context& context, const OrgOptions& options) {
  if (!options.public_key.empty()) return options.public_key;
  const auto file = std::filesystem::path(context.load().settings.process.data_directory) / "reports.pub";
  std::ifstream in(file);
  std::string key;
  if (!(in >> key))
    throw Error(ErrorKind::invalid_argument,
                "whose report should it be? Give --public-key, or --data with the server's data directory",
                "public-key");
  return key;
}

ExitCode verify_report(const Context& context, const OrgOptions& options) {
  const auto bytes = read_file(options.file, kReportBytesMax);
  const auto report = tenancy::read_signed_report({bytes.begin(), bytes.end()});
  if (report.public_key != expected_key(context, options))
    throw Error(ErrorKind::corrupt_data, "the report is signed by another key: " + report.public_key);
  if (!verify_report_signature(report.text, report.public_key, report.signature))
    throw Error(ErrorKind::corrupt_data, "the signature does not fit: the report was changed");
  std::cout << (context.json ? json{{"valid", true}, {"public_key", report.public_key}}.dump()
                             : "the report is as the server signed it")
            << '\n';
  return ExitCode::ok;
}

}  // namespace

void add_org(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("org", "orgs: make, list, rename, export, clone, erase");
  verb->require_subcommand(1);
  const auto options = std::make_shared<OrgOptions>();
  const auto add_verb = verb_adder(*verb, context, options);
  const auto add_named = [&](const char* name, const char* help, auto run) {
    auto* command = add_verb(name, help, run);
    command->add_option("ORG", options->slug, "short name or id")->required();
    return command;
  };
  auto* creating = add_verb("create", "make an org", create);
  creating->add_option("ORG", options->slug, "short name: lower-case letters, digits, hyphens")->required();
  creating->add_option("--name", options->name, "name for people");
  creating->add_option("--currency", options->currency, "ISO 4217 code")->capture_default_str();
  creating->add_flag("--if-missing", options->if_missing, "do nothing where it is there already");
  add_verb("list", "list the orgs", [](const Context& c, const OrgOptions&) { return list(c); });
  add_named("show", "show an org", show);
  auto* renaming = add_named("rename", "change an org's names, or its currency", rename);
  renaming->add_option("--slug", options->new_slug, "new short name");
  renaming->add_option("--name", options->name, "new name for people");
  renaming->add_option("--currency", options->new_currency, "ISO 4217 code; only while there are no prices");
  add_org_quota(*verb, context);
  auto* exporting = add_named("export", "write everything that an org has into an archive", export_archive);
  exporting->add_option("--out", options->file, "ZIP file to write")->required()->type_name("FILE");
  auto* cloning = add_named("clone", "copy an org's catalogue into a new org", clone);
  cloning->add_option("NEW", options->new_slug, "short name of the copy")->required();
  cloning->add_option("--name", options->name, "name for people; default: that of the original");
  auto* erasing = add_named("erase", "remove an org with everything in it, for good, and say what was removed", erase);
  erasing->add_option("--confirm", options->confirmed, "the org's short name again, instead of being asked for it");
  erasing->add_option("--out", options->file, "where to keep the signed report")->type_name("FILE");
  add_verb("erasures", "list the orgs that were erased",
           [](const Context& c, const OrgOptions&) { return list_erasures(c); });
  auto* verifying = add_verb("verify-report", "check the signature of an erasure's report", verify_report);
  verifying->add_option("FILE", options->file, "what `org erase --out` wrote")->required();
  verifying->add_option("--public-key", options->public_key, "of the server; default: of the data directory's");
}

}  // namespace likeness::apps
