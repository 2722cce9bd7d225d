#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/feed_import.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr int kErrorsShown = 10;

struct ImportOptions {
  FeedImportRequest request;
  std::string feed;
  std::vector<std::string> mappings;
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

void print_summary(const json& import, const json& errors) {
  const auto& rows = import.at("rows");
  const auto& products = import.at("products");
  const auto& images = import.at("images");
  fmt::print("{} {}: {} rows read, {} broken; {} products new, {} changed; {} photos searchable, {} failed\n",
             import.at("filename").get<std::string>(), import.at("state").get<std::string>(),
             rows.at("read").get<long>(), rows.at("broken").get<long>(), products.at("created").get<long>(),
             products.at("changed").get<long>(), images.at("done").get<long>(), images.at("dead").get<long>());
  for (const auto& error : errors) {
    const auto line = error.at("line").get<long>();
    const auto value = error.at("value").get<std::string>();
    fmt::print("  {}{}{}: {}\n", line > 0 ? fmt::format("line {}, ", line) : "", error.at("field").get<std::string>(),
               value.empty() ? "" : " \"" + value + "\"", error.at("reason").get<std::string>());
  }
}

ExitCode run(const Context& context, const ImportOptions& options) {
  auto session = ApiSession::on_org(context);
  auto request = options.request;
  request.feed = options.feed;
  request.mapping = parse_mappings(options.mappings);
  request.silent = context.json;
  const auto import = import_feed(session, request);
  const auto errors = import_errors(session, import, kErrorsShown);
  if (context.json) {
    auto document = import;
    document["errors"] = errors;
    std::cout << document.dump() << '\n';
  } else {
    print_summary(import, errors);
    if (errors.size() == kErrorsShown)
      fmt::print("  … all of them: GET /v1/imports/{}/errors\n", import.at("id").get<std::string>());
  }
  if (import.at("state") == "failed") {
    if (!context.json) fmt::print(stderr, "likeness: {}\n", import.value("failure", "the import failed"));
    return ExitCode::refused;
  }
  const bool whole = import.at("rows").at("broken") == 0 && import.at("images").at("dead") == 0;
  return whole ? ExitCode::ok : ExitCode::partial;
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand(
      "import",
      "bring a feed (Google Merchant TSV, CSV, XML or JSON Lines, or Shopify CSV) with its photos into the catalogue");
  const auto options = std::make_shared<ImportOptions>();
  verb->add_option("FILE", options->feed, "feed, or a directory that holds one")->required();
  verb->add_option("--source", options->request.source,
                   "name of the catalogue that the feed belongs to; default: its directory's name");
  verb->add_option("--format", options->request.format, "tsv, csv, xml, jsonl, shopify_csv or auto")
      ->check(CLI::IsMember({"tsv", "csv", "xml", "jsonl", "shopify_csv", "auto"}))
      ->capture_default_str();
  verb->add_option(
          "--map", options->mappings,
          "COLUMN=ATTRIBUTE: what a column of the feed is, such as \"Produktname=title\"; may be repeated; the "
          "catalogue remembers it")
      ->allow_extra_args(false);
  verb->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace likeness::apps
