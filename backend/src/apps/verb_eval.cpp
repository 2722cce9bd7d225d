#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/process/data_directory_lock.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "apps/eval/evaluation.hpp"
#include "apps/eval/scratch_server.hpp"
#include "apps/version.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

struct EvalOptions {
  EvaluationRequest request;
  std::vector<std::string> catalogs;
  std::string queries;
};

double rounded(double value, int digits) {
  const double scale = std::pow(10, digits);
  return std::round(value * scale) / scale;
}

json document_of(const Evaluation& evaluation) {
  const auto& m = evaluation.measures;
  return {{"queries", m.queries},
          {"errors", m.errors},
          {"recall@1", rounded(m.recall_at_1, 4)},
          {"recall@5", rounded(m.recall_at_5, 4)},
          {"recall@20", rounded(m.recall_at_20, 4)},
          {"precision@10", rounded(m.precision_at_10, 4)},
          {"ann_recall@20", rounded(m.ann_recall_at_20, 4)},
          {"p50_ms", rounded(m.p50_ms, 1)},
          {"p95_ms", rounded(m.p95_ms, 1)},
          {"images_per_s", rounded(evaluation.images_per_s, 2)},
          {"pack", evaluation.pack},
          {"commit", kCommit}};
}

bool server_is_named_or_running(const Context& context) {
  if (!context.server_url.empty()) return true;
  const std::filesystem::path data = context.load().settings.process.data_directory;
  return std::filesystem::exists(data) && DataDirectoryLock::holder(data).has_value();
}

ExitCode run(const Context& context, const EvalOptions& options) {
  auto request = options.request;
  request.catalogs.assign(options.catalogs.begin(), options.catalogs.end());
  request.queries = options.queries;
  request.silent = context.json;
  read_queries(request.queries, request.key);  // a fault in them is better said before a server is started

  std::unique_ptr<ScratchServer> own;
  if (!server_is_named_or_running(context)) own = std::make_unique<ScratchServer>(context);
  const auto evaluation = evaluate(own ? own->address() : find_server(context), request);
  const auto document = document_of(evaluation);
  if (context.json) {
    std::cout << document.dump() << '\n';
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : document.items())
      rows.push_back({name, value.is_string() ? value.get<std::string>() : value.dump()});
    std::cout << table({"measure", "value"}, rows);
  }
  if (request.keep && !own) fmt::print(stderr, "the catalogues stay in org {}\n", evaluation.org);
  return evaluation.measures.errors == 0 ? ExitCode::ok : ExitCode::partial;
}

}  // namespace

void add_eval(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("eval", "measure search quality and speed on labelled queries");
  const auto options = std::make_shared<EvalOptions>();
  verb->add_option("--catalog", options->catalogs, "feed to search in; may be repeated")->required()->type_name("FEED");
  verb->add_option("--queries", options->queries, "CSV with columns image and/or text, optional box, and the key")
      ->required()
      ->type_name("FILE");
  verb->add_option("--key", options->request.key, "column that says what is right")
      ->required()
      ->check(CLI::IsMember({"product_id", "product_type"}));
  verb->add_flag("--regions", options->request.regions, "search the photo's detected regions too, and merge the lists");
  verb->add_option("--concurrency", options->request.concurrency, "clients at a time")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  verb->add_flag("--keep", options->request.keep, "leave the scratch org in place");
  verb->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace likeness::apps
