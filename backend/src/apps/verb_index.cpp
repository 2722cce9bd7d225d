#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "apps/client/api_session.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

void print_status(const Context& context, const json& status) {
  if (context.json) {
    std::cout << status.dump() << '\n';
    return;
  }
  const auto detector = status.at("detector").get<std::string>();
  fmt::print("{} index, {}: {} vectors of {} products in {:.1f} MB; {} vectors stored; pack {}; detector {}\n",
             status.at("engine").get<std::string>(), status.at("state").get<std::string>(),
             status.at("vectors").get<long>(), status.at("products").get<long>(),
             status.at("memory_bytes").get<double>() / 1e6, status.at("stored_vectors").get<long>(),
             status.at("pack").get<std::string>(), detector.empty() ? "none" : detector);
}

ExitCode rebuild(const Context& context) {
  auto session = ApiSession::on_org(context);
  session.post_nothing("/v1/index/rebuild");
  json status;
  do {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    status = session.get("/v1/index");
  } while (status.at("state") == "rebuilding");
  print_status(context, status);
  return ExitCode::ok;
}

}  // namespace

void add_index(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("index", "look at the vector index, or build it again from the database");
  verb->require_subcommand(1);
  verb->add_subcommand("status", "how large it is and what it is made of")->callback([&context] {
    context.run = [&context] {
      print_status(context, ApiSession::on_org(context).get("/v1/index"));
      return ExitCode::ok;
    };
  });
  verb->add_subcommand("rebuild", "build it again; searches go on meanwhile")->callback([&context] {
    context.run = [&context] { return rebuild(context); };
  });
}

}  // namespace likeness::apps
