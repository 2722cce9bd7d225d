#include "adapters/openvino/openvino_runtime.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <thread>

#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

constexpr const char* kDevice = "CPU";
constexpr const char* kTokenizerLibrary = "libopenvino_tokenizers.so";

/// The folder that libopenvino itself was loaded from.
std::filesystem::path library_directory() {
  Dl_info found{};
  if (dladdr(reinterpret_cast<const void*>(&ov::get_openvino_version), &found) == 0 || found.dli_fname == nullptr)
    return {};
  return std::filesystem::path(found.dli_fname).parent_path();
}

int thread_count(const OpenVinoOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

void translating_errors(ErrorKind kind, const std::string& message, const std::function<void()>& work) {
  try {
    work();
  } catch (const Error&) {
    throw;
  } catch (const std::exception& fault) {
    log::error("{}: {}", message, fault.what());
    throw Error(kind, message);
  }
}

OpenVinoRuntime::OpenVinoRuntime(const OpenVinoOptions& options)
    : threads_(thread_count(options)),
      gate_(std::clamp(options.ingest_streams, 1, threads_)),
      cache_dir_(options.cache_dir),
      tokenizer_extension_path_(options.tokenizer_extension_path.empty() ? library_directory() / kTokenizerLibrary
                                                                         : options.tokenizer_extension_path) {
  translating_errors(ErrorKind::internal, "OpenVINO cannot start", [&] {
    core_.set_property(kDevice,
                       ov::AnyMap{ov::hint::performance_mode(ov::hint::PerformanceMode::LATENCY),
                                  ov::hint::inference_precision(ov::element::f32), ov::inference_num_threads(threads_),
                                  ov::num_streams(1), ov::hint::enable_cpu_pinning(false)});
    if (!cache_dir_.empty()) {
      std::filesystem::create_directories(cache_dir_);
      core_.set_property(ov::cache_dir(cache_dir_.string()));
    }
  });
}

void OpenVinoRuntime::load_tokenizer_extension() {
  std::call_once(tokenizer_once_, [this] {
    translating_errors(ErrorKind::unavailable, "the tokenizer library libopenvino_tokenizers.so cannot be loaded",
                       [this] { core_.add_extension(tokenizer_extension_path_.string()); });
  });
}

std::shared_ptr<ov::Model> OpenVinoRuntime::read(const std::filesystem::path& path, const std::string& label) {
  std::shared_ptr<ov::Model> model;
  translating_errors(ErrorKind::corrupt_data, label + " cannot be read as a model",
                     [&] { model = core_.read_model(path.string()); });
  return model;
}

ov::CompiledModel OpenVinoRuntime::compile(const std::shared_ptr<ov::Model>& model, const std::string& label,
                                           Streams streams) {
  ov::CompiledModel compiled;
  ov::AnyMap properties{ov::num_streams(streams == Streams::one ? 1 : gate_.lanes() - 1)};
  if (!cache_dir_.empty()) {
    try {
      return core_.compile_model(model, kDevice, properties);
    } catch (const std::exception& fault) {
      log::warning("{}: the kept compilation is of no use and is left out: {}", label, fault.what());
    }
  }
  properties.emplace(ov::cache_dir(""));
  translating_errors(ErrorKind::internal, label + " cannot be compiled",
                     [&] { compiled = core_.compile_model(model, kDevice, properties); });
  return compiled;
}

LaneRequests OpenVinoRuntime::compile_lanes(const std::shared_ptr<ov::Model>& model, const std::string& label) {
  auto for_queries = compile(model, label);
  LaneRequests requests{for_queries.create_infer_request()};
  // A single stream of the catalogue's needs no copy of the weights.
  constexpr int kLanesOfOneStream = 2;
  auto for_ingest = gate_.lanes() == kLanesOfOneStream ? for_queries : compile(model, label, Streams::ingest);
  while (static_cast<int>(requests.size()) < gate_.lanes()) requests.push_back(for_ingest.create_infer_request());
  return requests;
}

std::shared_ptr<OpenVinoRuntime> make_openvino_runtime(const OpenVinoOptions& options) {
  return std::make_shared<OpenVinoRuntime>(options);
}

}  // namespace likeness
