#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/curl/curl_http_fetcher.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/openvino/pack_manifest.hpp"
#include "adapters/process/child_process.hpp"
#include "adapters/process/private_files.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "apps/model_files.hpp"

namespace likeness::apps {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kDetectorUrl =
    "https://github.com/Megvii-BaseDetection/YOLOX/releases/download/0.1.1rc0/yolox_nano.onnx";

struct ModelsOptions {
  std::string pack = "lite";
  std::string directory;
};

/// build/packs of the checkout that the program was built in.
fs::path packs_directory() { return fs::path(program_directory()).parent_path() / "packs"; }

ExitCode list(const Context& context) {
  auto document = json::array();
  std::vector<std::vector<std::string>> rows;
  const auto directory = packs_directory();
  if (fs::exists(directory))
    for (const auto& entry : fs::directory_iterator(directory)) {
      if (!fs::exists(entry.path() / "pack.toml")) continue;
      const auto info = read_pack_manifest(entry.path()).info;
      document.push_back({{"pack", info.key.to_string()},
                          {"directory", entry.path().string()},
                          {"description", info.description},
                          {"image_dimensions", info.image_dimensions},
                          {"text_dimensions", info.text_dimensions},
                          {"shared_space", info.shared_space}});
      rows.push_back({info.key.to_string(), std::to_string(info.image_dimensions), std::to_string(info.text_dimensions),
                      info.description});
    }
  if (context.json)
    std::cout << document.dump() << '\n';
  else if (rows.empty())
    fmt::print("no pack is built: `likeness models build lite` builds the default one\n");
  else
    std::cout << table({"pack", "image", "text", "description"}, rows);
  return ExitCode::ok;
}

ExitCode build(const ModelsOptions& options) {
  const auto root = fs::path(program_directory()).parent_path().parent_path();
  const auto python = root / ".venv/bin/python";
  if (!fs::exists(root / "tools/model_pack") || !fs::exists(python))
    throw Error(ErrorKind::unavailable, "packs are built in a checkout of Likeness, after `make setup`");
  const auto out = options.directory.empty() ? packs_directory() / options.pack : fs::absolute(options.directory);
  ChildOptions child;
  child.arguments = {python.string(), "-m", "tools.model_pack", "build", options.pack, "--out", out.string()};
  child.environment = {{"HOME", "/tmp"}};
  child.working_directory = root;
  child.output_descriptor = STDERR_FILENO;
  const auto code = ChildProcess(child).wait(std::chrono::minutes(30));
  if (code != 0) throw Error(ErrorKind::unavailable, "pack " + options.pack + " was not built");
  fmt::print("pack {} is in {}\n", options.pack, out.string());
  return ExitCode::ok;
}

ExitCode verify(const Context& context, const ModelsOptions& options) {
  const auto directory =
      options.directory.empty() ? fs::path(find_pack(context.load().settings)) : fs::path(options.directory);
  SodiumDigest digest;
  const auto faults = verify_pack(directory, digest);
  if (context.json)
    std::cout << json{{"directory", directory.string()}, {"faults", faults}}.dump() << '\n';
  else if (faults.empty())
    fmt::print("{}: every file is there and whole\n", directory.string());
  else
    for (const auto& fault : faults) fmt::print("{}\n", fault);
  return faults.empty() ? ExitCode::ok : ExitCode::partial;
}

ExitCode pull(const Context& context) {
  const auto file = fs::absolute(context.load().settings.process.data_directory) / "models/yolox_nano.onnx";
  SodiumDigest digest;
  if (fs::exists(file) && digest.sha256_hex_of_file(file) == kYoloxNanoSha256) {
    fmt::print("the detector is in {} already\n", file.string());
    return ExitCode::ok;
  }
  CurlFetchOptions options;
  options.timeout = std::chrono::minutes(2);
  options.redirects_max = 5;
  CurlHttpFetcher fetcher(options);
  const auto body = fetcher.fetch(std::string(kDetectorUrl));
  if (!body)
    throw Error(body.error().kind(), "the detector could not be fetched from " + std::string(kDetectorUrl) + ": " +
                                         body.error().message() + "; a copy can be named by models.detector");
  if (digest.sha256_hex(body->bytes) != kYoloxNanoSha256)
    throw Error(ErrorKind::corrupt_data,
                "what was fetched is not YOLOX-nano as we know it (SHA-256 differs): it is thrown away");
  create_private_directory(file.parent_path(), std::nullopt);
  write_private_file(file, {body->bytes.begin(), body->bytes.end()}, std::nullopt);
  fs::permissions(file, fs::perms(0644));
  fs::permissions(file.parent_path(), fs::perms(0755));
  fmt::print("the detector is in {}; it is used from the next start on\n", file.string());
  return ExitCode::ok;
}

}  // namespace

void add_models(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("models", "model packs and the detector");
  verb->require_subcommand(1);
  const auto options = std::make_shared<ModelsOptions>();
  verb->add_subcommand("list", "packs that are built")->callback([&context] {
    context.run = [&context] { return list(context); };
  });
  auto* building = verb->add_subcommand("build", "build a pack from weights in the package registry");
  building->add_option("PACK", options->pack, "lite or tiny")
      ->check(CLI::IsMember({"lite", "tiny"}))
      ->capture_default_str();
  building->add_option("--out", options->directory, "directory to build it in")->type_name("DIR");
  building->callback([&context, options] { context.run = [options] { return build(*options); }; });
  auto* verifying = verb->add_subcommand("verify", "hold a pack's files against their checksums");
  verifying->add_option("DIR", options->directory, "directory of the pack; default: the one that is served");
  verifying->callback([&context, options] { context.run = [&context, options] { return verify(context, *options); }; });
  verb->add_subcommand("pull", "fetch the detector (YOLOX-nano, 3.7 MB)")->callback([&context] {
    context.run = [&context] { return pull(context); };
  });
}

}  // namespace likeness::apps
