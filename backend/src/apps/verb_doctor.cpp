#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/openvino/pack_manifest.hpp"
#include "adapters/process/data_directory_lock.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/unprivileged_user.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "apps/model_files.hpp"

namespace likeness::apps {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Finding {
  std::string name;
  bool ok = false;
  bool required = true;
  std::string detail;  ///< what is there, or how to mend it
};

/// Runs a check whose Error says how to mend what it found.
Finding check(const std::string& name, bool required, const std::function<std::string()>& look) {
  try {
    return {name, true, required, look()};
  } catch (const Error& error) {
    return {name, false, required, error.message()};
  }
}

std::string check_data_directory(const Settings& settings) {
  const auto data = fs::absolute(settings.process.data_directory).lexically_normal();
  auto existing = data;
  while (!fs::exists(existing)) existing = existing.parent_path();
  const auto space = fs::space(existing);
  if (space.available < 1ull << 30)
    throw Error(ErrorKind::unavailable,
                fmt::format("{} has {:.1f} GB free; 1 GB is wanted: free some, or set process.data_directory",
                            existing.string(), static_cast<double>(space.available) / 1e9));
  if (running_as_root())
    require_reachable(existing,
                      unprivileged_user(settings.process.run_as.empty() ? "likeness" : settings.process.run_as));
  return fmt::format("{}, {:.0f} GB free", data.string(), static_cast<double>(space.available) / 1e9);
}

std::string check_pack(const Settings& settings) {
  const auto directory = find_pack(settings);
  SodiumDigest digest;
  if (const auto faults = verify_pack(directory, digest); !faults.empty())
    throw Error(ErrorKind::corrupt_data, faults.front() + ": build it again with `likeness models build`");
  return directory;
}

std::string check_server(const Context& context, const Settings& settings, std::vector<Finding>& findings) {
  const fs::path data = settings.process.data_directory;
  if (context.server_url.empty() && !(fs::exists(data) && DataDirectoryLock::holder(data)))
    throw Error(ErrorKind::unavailable, "none runs on this data directory: `likeness up` starts one");
  const auto address = find_server(context);
  const auto ready = ApiSession(address, "").get("/readyz");
  for (const auto& of : ready.at("checks"))
    findings.push_back({"server: " + of.at("name").get<std::string>(), of.at("ok").get<bool>(),
                        of.at("name") != "detector", of.at("detail").get<std::string>()});
  return address.url;
}

std::vector<Finding> examine(const Context& context) {
  std::vector<Finding> findings;
  Settings settings;
  findings.push_back(check("configuration", true, [&] {
    settings = context.load().settings;
    return std::string("good");
  }));
  const auto program = [](const char* name, const char* package) {
    return [=] { return require_program(name, package); };
  };
  if (settings.postgres.app_url.empty())
    findings.push_back(check("postgres", true, [] { return postgres_programs("").string(); }));
  if (settings.redis.url.empty()) findings.push_back(check("redis", true, program("redis-server", "redis-server")));
  if (settings.nats.url.empty()) findings.push_back(check("nats", true, program("nats-server", "nats-server")));
  findings.push_back(check("data directory", true, [&] { return check_data_directory(settings); }));
  findings.push_back(check("model pack", true, [&] { return check_pack(settings); }));
  findings.push_back(check("detector", false, [&] {
    const auto path = find_detector(settings);
    if (path.empty())
      throw Error(ErrorKind::not_found, "none: `likeness models pull` gets one; without it photos are searched whole");
    return path;
  }));
  std::vector<Finding> of_server;
  findings.push_back(check("server", false, [&] { return check_server(context, settings, of_server); }));
  findings.insert(findings.end(), of_server.begin(), of_server.end());
  return findings;
}

ExitCode run(const Context& context) {
  const auto findings = examine(context);
  bool good = true;
  auto document = json::array();
  std::vector<std::vector<std::string>> rows;
  for (const auto& [name, ok, required, detail] : findings) {
    good = good && (ok || !required);
    document.push_back({{"name", name}, {"ok", ok}, {"required", required}, {"detail", detail}});
    rows.push_back({ok ? "ok" : required ? "MEND" : "-", name, detail});
  }
  if (context.json)
    std::cout << document.dump() << '\n';
  else
    std::cout << table({"", "what", "found"}, rows);
  return good ? ExitCode::ok : ExitCode::partial;
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
  app.add_subcommand("doctor", "check everything that Likeness needs, and say how to mend it")->callback([&context] {
    context.run = [&context] { return run(context); };
  });
}

}  // namespace likeness::apps
