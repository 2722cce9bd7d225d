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
};

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
  auto* verb =
      app.add_subcommand("import", "bring a feed (Google Merchant TSV or CSV) with its photos into the catalogue");
  const auto options = std::make_shared<ImportOptions>();
  verb->add_option("FILE", options->feed, "feed, or a directory that holds one")->required();
  verb->add_option("--source", options->request.source,
                   "name of the catalogue that the feed belongs to; default: its directory's name");
  verb->add_option("--format", options->request.format, "tsv, csv or auto")
      ->check(CLI::IsMember({"tsv", "csv", "auto"}))
      ->capture_default_str();
  verb->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace likeness::apps
