#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/feed_import.hpp"
#include "apps/client/import_report.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr int kErrorsShown = 10;

struct ImportOptions {
  FeedImportRequest request;
  std::string feed;
  std::vector<std::string> mappings;
  std::string error_file;
};

/// "Produktname=title": the last = parts them, for attributes hold none.
std::map<std::string, std::string> parse_mappings(const std::vector<std::string>& options) {
  std::map<std::string, std::string> mapping;
  for (const auto& option : options) {
    const auto equals = option.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == option.size())
      throw Error(ErrorKind::invalid_argument, "--map \"" + option + "\" is not COLUMN=ATTRIBUTE", "--map");
    mapping[option.substr(0, equals)] = option.substr(equals + 1);
  }
  return mapping;
}

ExitCode run(const Context& context, const ImportOptions& options) {
  auto session = ApiSession::on_org(context);
  auto request = options.request;
  request.feed = options.feed;
  request.mapping = parse_mappings(options.mappings);
  request.silent = context.json;
  const auto import = import_feed(session, request);
  const auto errors = import_errors(session, import, kErrorsShown);
  const auto id = import.at("id").get<std::string>();
  if (!options.error_file.empty()) write_error_report(session, id, options.error_file);
  if (context.json) {
    auto document = import;
    document["errors"] = errors;
    std::cout << document.dump() << '\n';
  } else {
    print_import(import);
    print_faults(errors);
    if (errors.size() == kErrorsShown) fmt::print("  … all of them: likeness imports errors {}\n", id);
  }
  return conclude(import, context.json);
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("import",
                                  "bring a feed (Google Merchant TSV, CSV, XML or JSON Lines, or Shopify CSV) with its "
                                  "photos into the catalogue, or photos by their names");
  const auto options = std::make_shared<ImportOptions>();
  verb->add_option("FILE", options->feed, "feed, ZIP archive, or a directory that holds a feed or photos alone")
      ->required();
  verb->add_option("--source", options->request.source,
                   "name of the catalogue that the feed belongs to; default: its directory's name");
  verb->add_option("--format", options->request.format, "tsv, csv, xml, jsonl, shopify_csv, zip or auto")
      ->check(CLI::IsMember({"tsv", "csv", "xml", "jsonl", "shopify_csv", "zip", "auto"}))
      ->capture_default_str();
  verb->add_option(
          "--map", options->mappings,
          "COLUMN=ATTRIBUTE: what a column of the feed is, such as \"Produktname=title\"; may be repeated; the "
          "catalogue remembers it")
      ->allow_extra_args(false);
  verb->add_flag("--delta", options->request.delta, "leave alone what the feed does not name");
  verb->add_flag("--dry-run", options->request.dry_run, "say what would change, and change nothing");
  verb->add_flag("--allow-mass-delete", options->request.allow_mass_delete,
                 "remove what the feed no longer names without asking, however much it is");
  verb->add_option("--errors", options->error_file, "write what was wrong in the feed to this file, as CSV")
      ->type_name("FILE");
  verb->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace likeness::apps
